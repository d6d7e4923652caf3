#include "widgets/space/space_view.h"

#include "widgets/base/theme.h"
#include "widgets/space/space_picking.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kDegreesPerPixel = 0.45;
constexpr double kKeyDegrees = 6.0;
constexpr double kZoomStep = 1.2;
constexpr double kReach = 7.0; // pixels around a point's middle that still mean it
constexpr int kStillMs = 120;
constexpr double kFiner = 2.0; // pixels of a fine picture for one of the screen, each way
constexpr double kWithin
    = 0.99; // part of the points that the view is fitted to: outliers do not shrink the rest

SpaceColour bytes(const QColor& colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

/// The middle of that edge of the box along an axis which is farthest outside, the lower of two.
QPointF outerEdge(const SpaceBox& box, std::size_t axis, const SpaceProjection& projection,
                  const QPointF& centre)
{
    QPointF outer;
    double farthest = -1.0;
    for (unsigned corner = 0; corner < 8; ++corner) {
        if (corner & (1U << axis))
            continue;
        std::array<float, 3> middle = box.corner(corner);
        middle[axis] = static_cast<float>(box.middle()[axis]);
        const auto pixel = projection.pixel(middle);
        const double outside
            = std::hypot(pixel.x - centre.x(), pixel.y - centre.y()) + (pixel.y - centre.y()) * 0.3;
        if (outside > farthest) {
            farthest = outside;
            outer = {pixel.x, pixel.y};
        }
    }
    return outer;
}

/// The values between which this part of them lies, as many being below as above.
std::pair<float, float> quantiles(std::vector<float> values, double part)
{
    if (values.empty())
        return {0.0F, 0.0F};
    const auto last = static_cast<double>(values.size() - 1);
    const auto at = [&](double fraction) {
        const auto position = values.begin() + std::lround(fraction * last);
        std::nth_element(values.begin(), position, values.end());
        return *position;
    };
    const double outside = (1 - part) / 2;
    const float low = at(outside);
    return {low, at(1 - outside)};
}

}

SpaceView::SpaceView(QWidget* parent)
    : QWidget(parent)
    , m_positions(std::make_shared<std::vector<std::array<float, 3>>>())
    , m_colours(std::make_shared<std::vector<SpaceColour>>())
{
    setObjectName(QStringLiteral("spaceView"));
    setAccessibleName(tr("Segments in space"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the timeline
    setMinimumSize(160, 140);
    setCursor(Qt::CrossCursor);
    m_still.setSingleShot(true);
    m_still.setInterval(kStillMs);
    connect(&m_still, &QTimer::timeout, this, [this] {
        m_fine = true;
        want();
    });
}

void SpaceView::setPoints(std::vector<std::array<float, 3>> positions, std::vector<SpaceColour> colours)
{
    m_positions = std::make_shared<const std::vector<std::array<float, 3>>>(std::move(positions));
    m_selected.reset();
    m_hovered.reset();
    m_hoverText.clear();
    fitBox();
    m_camera = fittedCamera();
    m_turned = false;
    setColours(std::move(colours));
}

void SpaceView::setColours(std::vector<SpaceColour> colours)
{
    m_colours = std::make_shared<const std::vector<SpaceColour>>(std::move(colours));
    want();
    update();
}

/// The box holds nearly all points along each axis: outliers do not shrink the rest.
void SpaceView::fitBox()
{
    double longest = 0.0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        std::vector<float> values;
        values.reserve(m_positions->size());
        for (const auto& position : *m_positions)
            values.push_back(position[axis]);
        const auto [low, high] = quantiles(std::move(values), kWithin);
        const double margin = static_cast<double>(high - low) * 0.04;
        m_box.low[axis] = static_cast<double>(low) - margin;
        m_box.high[axis] = static_cast<double>(high) + margin;
        longest = std::max(longest, m_box.high[axis] - m_box.low[axis]);
    }
    const double least = longest > 0 ? longest * 0.05 : 1.0; // never flat
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double missing = std::max(0.0, least - (m_box.high[axis] - m_box.low[axis]));
        m_box.low[axis] -= missing / 2;
        m_box.high[axis] += missing / 2;
    }
}

/// From the front, so near that the box and its names just fit.
SpaceCamera SpaceView::fittedCamera() const
{
    SpaceCamera camera;
    camera.middle = m_box.middle();
    camera.target = camera.middle;
    camera.radius
        = std::hypot(m_box.high[0] - m_box.low[0], m_box.high[1] - m_box.low[1], m_box.high[2] - m_box.low[2])
        / 2;
    const double wide = width() - 2 * std::min(34.0, width() * 0.1); // names stand beside the box
    const double high = height() - 2 * std::min(16.0, height() * 0.1);
    for (int round = 0; round < 2; ++round) { // moving it changes how large it is a little
        const SpaceProjection projection(camera, width(), height());
        QPolygonF corners;
        for (unsigned corner = 0; corner < 8; ++corner) {
            const auto pixel = projection.pixel(m_box.corner(corner));
            corners << QPointF(pixel.x, pixel.y);
        }
        const QRectF seen = corners.boundingRect();
        const QPointF away = QRectF(rect()).center() - seen.center();
        camera = camera.panned(away.x(), away.y(), width(), height());
        camera.zoom *= std::min(wide / std::max(1.0, seen.width()), high / std::max(1.0, seen.height()));
    }
    return camera;
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

void SpaceView::setHoverText(const QString& text)
{
    m_hoverText = text;
    setAccessibleDescription(text);
    update();
}

void SpaceView::setCamera(const SpaceCamera& camera)
{
    if (m_camera == camera)
        return;
    m_camera = camera;
    m_turned = true;
    m_fine = false;
    want();
}

QPointF SpaceView::pixelOf(std::size_t point) const
{
    const auto pixel = SpaceProjection(m_camera, width(), height()).pixel(m_positions->at(point));
    return {pixel.x, pixel.y};
}

double SpaceView::pointSize() const
{
    const double room = std::sqrt(static_cast<double>(width()) * height()
                                  / std::max<double>(1.0, static_cast<double>(m_positions->size())));
    const double size = std::clamp(0.9 * std::pow(room, 0.8), 2.0, 10.0);
    return std::min(12.0, size * std::sqrt(std::max(1.0, m_camera.zoom)));
}

SpaceDrawing SpaceView::wantedDrawing() const
{
    const Theme& theme = themeOf(palette());
    return {m_positions,
            m_colours,
            m_camera,
            m_box,
            static_cast<double>(width()),
            static_cast<double>(height()),
            devicePixelRatioF() * (m_fine ? kFiner : 1.0),
            pointSize(),
            bytes(theme.background),
            bytes(mixed(theme.line, theme.muted, 0.15))};
}

void SpaceView::want()
{
    if (!isVisible() || m_asked || m_positions->empty())
        return;
    const SpaceDrawing wanted = wantedDrawing();
    if (wanted == m_shown)
        return;
    m_asked = wanted;
    emit pictureWanted(wanted);
}

void SpaceView::setPicture(const QImage& image, const SpaceDrawing& drawing)
{
    m_asked.reset();
    m_picture = image;
    m_shown = drawing;
    update();
    want();
    if (!m_fine)
        m_still.start();
}

void SpaceView::forgetPicture()
{
    m_asked.reset();
    m_shown = {};
    want();
}

bool SpaceView::isComplete() const
{
    return m_positions->empty() || (!m_asked && m_fine && m_shown == wantedDrawing());
}

void SpaceView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = themeOf(palette());
    painter.fillRect(rect(), theme.background);
    if (m_picture.isNull() || m_positions != m_shown.positions)
        return;
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.drawImage(rect(), m_picture);
    // As the picture has it: it may be a frame behind the pointer.
    const SpaceProjection projection(m_shown.camera, width(), height());
    paintAxisNames(painter, projection);
    paintMarks(painter, projection);
    if (hasFocus()) {
        painter.setPen(theme.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void SpaceView::paintAxisNames(QPainter& painter, const SpaceProjection& projection) const
{
    const Theme& theme = themeOf(palette());
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    painter.setFont(small);
    const SpacePosition inBox = m_box.middle();
    const auto centre = projection.pixel(
        {static_cast<float>(inBox[0]), static_cast<float>(inBox[1]), static_cast<float>(inBox[2])});
    const QPointF middle(centre.x, centre.y);
    const QRectF inside = QRectF(rect()).adjusted(4, 4, -4, -4);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const QPointF edge = outerEdge(m_box, axis, projection, middle);
        QRectF box = QFontMetricsF(small).boundingRect(m_axisNames[axis]).adjusted(-3, -1, 3, 1);
        const QPointF outwards = edge - middle;
        const double length = std::max(1.0, std::hypot(outwards.x(), outwards.y()));
        box.moveCenter(edge
                       + QPointF(outwards.x() / length * (box.width() / 2 + 4),
                                 outwards.y() / length * (box.height() / 2 + 4)));
        if (!inside.contains(edge))
            continue; // zoomed past it
        box.moveLeft(std::clamp(box.left(), inside.left(), inside.right() - box.width()));
        box.moveTop(std::clamp(box.top(), inside.top(), inside.bottom() - box.height()));
        QColor ground = theme.background;
        ground.setAlphaF(0.75F);
        painter.fillRect(box, ground);
        painter.setPen(theme.muted);
        painter.drawText(box, Qt::AlignCenter, m_axisNames[axis]);
    }
}

void SpaceView::paintMarks(QPainter& painter, const SpaceProjection& projection) const
{
    const Theme& theme = themeOf(palette());
    const auto ring = [&](std::size_t point, double margin, const QColor& colour) {
        const auto pixel = projection.pixel((*m_positions)[point]);
        const double radius = pointSize() / 2 + margin;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.background, 4));
        painter.drawEllipse(QPointF(pixel.x, pixel.y), radius, radius);
        painter.setPen(QPen(colour, 2));
        painter.drawEllipse(QPointF(pixel.x, pixel.y), radius, radius);
        return QPointF(pixel.x, pixel.y);
    };
    if (m_selected && *m_selected < m_positions->size())
        ring(*m_selected, 4, theme.accent);
    if (m_hovered && *m_hovered < m_positions->size())
        paintHoverText(painter, ring(*m_hovered, 2, theme.text));
}

void SpaceView::paintHoverText(QPainter& painter, const QPointF& beside) const
{
    if (m_hoverText.isEmpty())
        return;
    const Theme& theme = themeOf(palette());
    painter.setFont(font());
    const double room = width() - 8 - 14;
    const QString text = QFontMetricsF(font()).elidedText(m_hoverText, Qt::ElideRight, std::max(20.0, room));
    QRectF box(0, 0, QFontMetricsF(font()).horizontalAdvance(text) + 14, QFontMetricsF(font()).height() + 8);
    box.moveCenter(QPointF(beside.x(), beside.y() - pointSize() / 2 - 8 - box.height() / 2));
    if (box.top() < 4)
        box.moveTop(beside.y() + pointSize() / 2 + 8);
    box.moveLeft(std::clamp(box.left(), 4.0, std::max(4.0, width() - 4 - box.width())));
    painter.setPen(theme.line);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(box, 5, 5);
    painter.setPen(theme.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

void SpaceView::resizeEvent(QResizeEvent*)
{
    if (!m_turned)
        m_camera = fittedCamera();
    m_fine = false;
    want();
}

void SpaceView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        want();
    QWidget::changeEvent(event);
}

/// The view's own keys, which are the window's everywhere else.
bool SpaceView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Plus:
        case Qt::Key_Minus:
        case Qt::Key_Home:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            event->setAccepted(static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier);
            return true;
        default:
            break;
        }
    }
    if (event->type() == QEvent::Show)
        want();
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
    switch (event->key()) {
    case Qt::Key_Left:
        return setCamera(m_camera.orbited(-kKeyDegrees, 0));
    case Qt::Key_Right:
        return setCamera(m_camera.orbited(kKeyDegrees, 0));
    case Qt::Key_Up:
        return setCamera(m_camera.orbited(0, kKeyDegrees));
    case Qt::Key_Down:
        return setCamera(m_camera.orbited(0, -kKeyDegrees));
    case Qt::Key_Plus:
        return setCamera(m_camera.zoomed(kZoomStep, 0, 0, width(), height()));
    case Qt::Key_Minus:
        return setCamera(m_camera.zoomed(1 / kZoomStep, 0, 0, width(), height()));
    case Qt::Key_Home:
        return showAll();
    case Qt::Key_PageDown:
        return walk(1);
    case Qt::Key_PageUp:
        return walk(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hovered)
            emit pointClicked(static_cast<int>(*m_hovered));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SpaceView::showAll()
{
    setCamera(fittedCamera());
    m_turned = false;
}

void SpaceView::mousePressEvent(QMouseEvent* event)
{
    m_pressed = m_last = event->position();
    m_dragged = false;
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
    const QPointF moved = position - m_last;
    m_last = position;
    if (event->buttons() & Qt::LeftButton)
        setCamera(m_camera.orbited(-moved.x() * kDegreesPerPixel, moved.y() * kDegreesPerPixel));
    else
        setCamera(m_camera.panned(moved.x(), moved.y(), width(), height()));
}

void SpaceView::mouseReleaseEvent(QMouseEvent* event)
{
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
    m_hoverText.clear();
    emit pointHovered(point ? static_cast<int>(*point) : -1);
    update();
}

}
