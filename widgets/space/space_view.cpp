#include "widgets/space/space_view.h"

#include "widgets/base/theme.h"
#include "widgets/space/space_fit.h"
#include "widgets/space/space_keys.h"
#include "widgets/space/space_picking.h"
#include "widgets/space/space_pictures.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets {

namespace {

constexpr double kReach = 7.0; // pixels around a point's middle that still mean it

SpaceColour colourBytes(const QColor& colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

}

SpaceView::SpaceView(QWidget* parent)
    : QWidget(parent)
    , m_positions(std::make_shared<std::vector<std::array<float, 3>>>())
    , m_colours(std::make_shared<std::vector<SpaceColour>>())
    , m_pictures(new SpacePictures(this))
{
    setObjectName(QStringLiteral("spaceView"));
    setAccessibleName(tr("Segments in space"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the timeline
    setMinimumSize(160, 140);
    setCursor(Qt::CrossCursor);
    connect(m_pictures, &SpacePictures::rested, this, &SpaceView::want);
    connect(m_pictures, &SpacePictures::wanted, this, &SpaceView::pictureWanted);
}

void SpaceView::setPoints(std::vector<std::array<float, 3>> positions, std::vector<SpaceColour> colours)
{
    m_positions = std::make_shared<const std::vector<std::array<float, 3>>>(std::move(positions));
    m_scene.reset();
    m_hasBox = true;
    m_selected.reset();
    m_hovered.reset();
    m_hoverCard = {};
    m_box = boxAround(*m_positions);
    m_camera = fittedCamera(m_box, size(), m_covered);
    m_turned = false;
    setColours(std::move(colours));
}

void SpaceView::setFigure(const SpaceFigure& figure)
{
    if (m_positions->size() != figure.places.size())
        m_hovered.reset();
    m_scene = figure.scene;
    m_hasBox = figure.hasBox;
    m_positions = std::make_shared<const std::vector<std::array<float, 3>>>(figure.places);
    m_axisNames = figure.axisNames;
    m_marks = figure.marks;
    if (m_box != figure.box) {
        m_box = figure.box;
        m_camera = fittedCamera(m_box, size(), m_covered);
        m_turned = false;
    }
    m_pictures->move();
    want();
    update();
}

void SpaceView::setPlane(const std::optional<SpacePlane>& plane)
{
    m_plane = plane;
    update();
}

void SpaceView::setColours(std::vector<SpaceColour> colours)
{
    m_colours = std::make_shared<const std::vector<SpaceColour>>(std::move(colours));
    want();
    update();
}

void SpaceView::setAxisNames(const std::array<QString, 3>& names)
{
    m_axisNames = names;
    update();
}

void SpaceView::setSelected(std::optional<std::size_t> point)
{
    if (m_selected == point)
        return;
    m_selected = point;
    update();
}

void SpaceView::setHoverCard(const SpaceCard& card)
{
    m_hoverCard = card;
    setAccessibleDescription(card.title);
    update();
}

void SpaceView::setCamera(const SpaceCamera& camera)
{
    if (m_camera == camera)
        return;
    m_camera = camera;
    m_turned = true;
    m_pictures->move();
    want();
}

QPointF SpaceView::pixelOf(std::size_t point) const
{
    const auto pixel = SpaceProjection(m_camera, width(), height()).pixel(m_positions->at(point));
    return {pixel.x, pixel.y};
}

double SpaceView::pointSize() const
{
    if (m_scene)
        return 0;
    const double room = std::sqrt(static_cast<double>(width()) * height()
                                  / std::max<double>(1.0, static_cast<double>(m_positions->size())));
    const double size = std::clamp(0.9 * std::pow(room, 0.8), 2.0, 10.0);
    return std::min(12.0, size * std::sqrt(std::max(1.0, m_camera.zoom)));
}

SpaceDrawing SpaceView::wantedDrawing() const
{
    const Theme& theme = themeOf(palette());
    SpaceDrawing drawing{m_positions,
                         m_colours,
                         m_camera,
                         m_box,
                         true,
                         static_cast<double>(width()),
                         static_cast<double>(height()),
                         devicePixelRatioF(),
                         pointSize(),
                         colourBytes(theme.background),
                         colourBytes(mixed(theme.line, theme.muted, 0.15)),
                         isFlat(m_box)};
    drawing.scene = m_scene;
    drawing.hasBox = m_hasBox;
    return m_pictures->settled(drawing);
}

void SpaceView::turn(double yawDegrees, double pitchDegrees)
{
    setCamera(turnedCamera(m_camera, yawDegrees, pitchDegrees, isFlat(m_box), size()));
}

void SpaceView::want()
{
    if (isVisible() && hasContent())
        m_pictures->want(wantedDrawing());
}

void SpaceView::setPicture(const QImage& image, const SpaceDrawing& drawing)
{
    if (!m_pictures->set(image, drawing))
        return;
    update();
    want();
}

void SpaceView::forgetPicture()
{
    m_pictures->forget(true);
    want();
}

bool SpaceView::isComplete() const
{
    return !hasContent() || m_pictures->isFinal(wantedDrawing());
}

void SpaceView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = themeOf(palette());
    painter.fillRect(rect(), theme.background);
    const SpaceDrawing& shown = m_pictures->shown();
    if (m_pictures->image().isNull() || (m_scene ? !shown.scene : m_positions != shown.positions))
        return;
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.drawImage(rect(), m_pictures->image());
    const SpaceProjection projection(shown.camera, width(), height());
    SpaceOverlay overlay(painter, *this, projection, pointSize());
    overlay.paintAxisNames(m_box, m_axisNames);
    overlay.paintMarks(m_marks);
    if (m_plane)
        overlay.paintPlane(*m_plane);
    if (m_selected && *m_selected < m_positions->size())
        overlay.paintRing((*m_positions)[*m_selected], 4, theme.accent);
    if (m_hovered && *m_hovered < m_positions->size()) {
        const std::array<float, 3>& position = (*m_positions)[*m_hovered];
        overlay.paintRing(position, 2, theme.text);
        if (!m_hoverCard.title.isEmpty())
            overlay.paintCard(m_hoverCard, position);
    }
    if (!m_lasso.isEmpty())
        overlay.paintLasso(m_lasso);
    if (hasFocus()) {
        painter.setPen(theme.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void SpaceView::resizeEvent(QResizeEvent*)
{
    if (!m_turned)
        m_camera = fittedCamera(m_box, size(), m_covered);
    m_pictures->move();
    want();
}

void SpaceView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        want();
    QWidget::changeEvent(event);
}

bool SpaceView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (isSpaceKey(key->key())) {
            event->setAccepted(key->modifiers() == Qt::NoModifier);
            return true;
        }
    }
    if (event->type() == QEvent::Show)
        want();
    if (event->type() == QEvent::Hide)
        m_pictures->forget(false); // another view may ask for one instead
    return QWidget::event(event);
}

void SpaceView::keyPressEvent(QKeyEvent* event)
{
    const auto walk = [this](std::ptrdiff_t step) {
        const auto count = static_cast<std::ptrdiff_t>(m_positions->size());
        if (count == 0)
            return;
        const auto from = m_hovered ? m_hovered : m_selected;
        const auto to = from ? (static_cast<std::ptrdiff_t>(*from) + step + count) % count : 0;
        setHovered(static_cast<std::size_t>(to));
    };
    if (const auto camera = cameraByKey(m_camera, event->key(), isFlat(m_box), size()))
        return setCamera(*camera);
    switch (event->key()) {
    case Qt::Key_Home:
        return showAll();
    case Qt::Key_PageDown:
        return walk(1);
    case Qt::Key_PageUp:
        return walk(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hovered && !m_scene && event->modifiers() & Qt::ShiftModifier)
            emit lassoed({*m_hovered}, SelectionStep::Add);
        else if (m_hovered)
            emit pointClicked(static_cast<int>(*m_hovered));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SpaceView::showAll()
{
    setCamera(fittedCamera(m_box, size(), m_covered));
    m_turned = false;
}

void SpaceView::mousePressEvent(QMouseEvent* event)
{
    m_pressed = m_last = event->position();
    m_dragged = false;
    const bool draws = !m_scene && (m_isLasso || event->modifiers() & Qt::ShiftModifier);
    m_lasso = event->button() == Qt::LeftButton && draws ? QPolygonF({m_pressed}) : QPolygonF();
}

void SpaceView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->position();
    if (event->buttons() == Qt::NoButton) {
        hoverAt(position);
        return;
    }
    if (!m_dragged && (position - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_dragged)
        setHovered(std::nullopt);
    m_dragged = true;
    if (!m_lasso.isEmpty()) {
        m_lasso << position;
        update();
        return;
    }
    const QPointF moved = position - m_last;
    m_last = position;
    if (event->buttons() & Qt::LeftButton)
        turn(-moved.x() * kDegreesPerPixel, moved.y() * kDegreesPerPixel);
    else
        setCamera(m_camera.panned(moved.x(), moved.y(), width(), height()));
}

void SpaceView::mouseReleaseEvent(QMouseEvent* event)
{
    const QPolygonF lasso = std::exchange(m_lasso, {});
    if (m_dragged && !lasso.isEmpty()) {
        emit lassoed(pointsWithin(lasso, *m_positions, SpaceProjection(m_camera, width(), height())),
                     selectionStep(event->modifiers()));
        update();
        return;
    }
    if (m_dragged || event->button() != Qt::LeftButton) {
        hoverAt(event->position());
        return;
    }
    if (const auto point = pointUnder(event->position()))
        emit pointClicked(static_cast<int>(*point));
}

void SpaceView::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_dragged = true; // the release is no further click
    if (!pointUnder(event->position()))
        showAll();
}

void SpaceView::wheelEvent(QWheelEvent* event)
{
    const QPointF fromMiddle = event->position() - QRectF(rect()).center();
    const double steps = event->angleDelta().y() / 120.0;
    setCamera(m_camera.zoomed(std::pow(kZoomStep, steps), fromMiddle.x(), fromMiddle.y(), width(), height()));
    hoverAt(event->position());
    event->accept();
}

void SpaceView::leaveEvent(QEvent*)
{
    setHovered(std::nullopt);
}

std::optional<std::size_t> SpaceView::pointUnder(const QPointF& position) const
{
    return pointAt(position.x(), position.y(), *m_positions, SpaceProjection(m_camera, width(), height()),
                   pointSize() / 2, std::max(kReach, pointSize() / 2 + 2));
}

void SpaceView::hoverAt(const QPointF& position)
{
    setHovered(pointUnder(position));
}

void SpaceView::setHovered(std::optional<std::size_t> point)
{
    if (m_hovered == point)
        return;
    m_hovered = point;
    m_hoverCard = {};
    emit pointHovered(point ? static_cast<int>(*point) : -1);
    update();
}

}
