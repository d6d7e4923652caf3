#include "widgets/dataset/point_plot.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kPointReach = 9.0; // pixels from a point at which a click is still meant for it
constexpr int kDragStart = 5; // pixels from where on a press is a lasso
constexpr double kOtherFold = 0.12; // opacity of points of other folds than the one that is shown
constexpr double kUnselected = 0.28; // opacity of all others while some are selected

}

double columnSpread(const DatasetPoint& point)
{
    return static_cast<double>(qHash(point.video, static_cast<size_t>(point.number)) % 1000) / 1000.0;
}

PointPlot::PointPlot(QWidget* parent) : QWidget(parent), m_content(std::make_shared<DatasetContent>())
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(false);
    setMinimumSize(120, 100);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PointPlot::setContent(const DatasetContentPtr& content)
{
    m_content = content;
    m_marks.reset();
    m_selection.reset();
    m_selected = 0;
    contentMoved();
}

void PointPlot::setMarks(const std::shared_ptr<const DatasetMarks>& marks)
{
    m_marks = marks;
    m_all = {};
    m_chosen = {};
    update();
}

void PointPlot::setSelection(const std::shared_ptr<const std::vector<bool>>& selection)
{
    m_selection = selection;
    m_selected = selection ? static_cast<std::size_t>(std::ranges::count(*selection, true)) : 0;
    m_chosen = {};
    update();
}

void PointPlot::setFold(const QString& fold)
{
    m_fold = fold;
    m_all = {};
    update();
}

void PointPlot::setMessage(const QString& message)
{
    m_message = message;
    update();
}

std::optional<QPointF> PointPlot::placeOf(std::size_t point)
{
    settle();
    return m_places.at(point);
}

void PointPlot::contentMoved()
{
    m_placesAreOld = true;
    m_all = {};
    m_chosen = {};
    update();
}

/// Larger where few points have much room.
double PointPlot::markSize() const
{
    const double room = std::min(width(), height());
    const double size = std::clamp(room / 45.0, 6.0, 13.0);
    return m_content->points.size() > 3000 ? size * 0.6 : size;
}

void PointPlot::settle()
{
    if (m_placesAreOld) {
        m_placesAreOld = false;
        m_places.clear();
        m_places.reserve(m_content->points.size());
        for (const DatasetPoint& point : m_content->points)
            m_places.push_back(place(point));
        m_grid = PointGrid(m_places, rect());
    }
    const bool hasMarks = m_marks && m_marks->ofPoint.size() == m_places.size();
    const auto blank = [this] {
        QPixmap picture(size() * devicePixelRatioF());
        picture.setDevicePixelRatio(devicePixelRatioF());
        picture.fill(Qt::transparent);
        return picture;
    };
    if (m_all.isNull()) {
        m_all = blank();
        QPainter painter(&m_all);
        if (hasMarks)
            paintPoints(painter, false);
    }
    if (m_chosen.isNull() && m_selected > 0 && hasMarks) {
        m_chosen = blank();
        QPainter painter(&m_chosen);
        paintPoints(painter, true);
    }
}

void PointPlot::paintPoints(QPainter& painter, bool onlySelected) const
{
    const double size = onlySelected ? markSize() * 1.1 : markSize();
    std::vector<QPixmap> pictures;
    for (const MarkKind& kind : m_marks->kinds) {
        QPixmap picture = markPicture(kind.shape, kind.colour, size, devicePixelRatioF());
        if (onlySelected) { // a ring around it
            QPainter ring(&picture);
            ring.setRenderHint(QPainter::Antialiasing);
            ring.setPen(QPen(themeOf(palette()).text, 1.6));
            const double middle = picture.width() / picture.devicePixelRatio() / 2.0;
            ring.drawEllipse(QPointF(middle, middle), size / 2.0 + 0.8, size / 2.0 + 0.8);
        }
        pictures.push_back(picture);
    }
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (!m_places[i] || (onlySelected && !(*m_selection)[i]))
            continue;
        const bool isPale = !onlySelected && !m_fold.isEmpty() && m_content->points[i].fold != m_fold;
        painter.setOpacity(isPale ? kOtherFold : 1.0);
        const QPixmap& picture = pictures[m_marks->ofPoint[i]];
        const double half = picture.width() / picture.devicePixelRatio() / 2.0;
        painter.drawPixmap(*m_places[i] - QPointF(half, half), picture);
    }
}

void PointPlot::paintEvent(QPaintEvent*)
{
    settle();
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_message.isEmpty()) {
        painter.setPen(theme.muted);
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    paintGround(painter);
    const bool isChosen = m_selected > 0 && !m_chosen.isNull();
    painter.setOpacity(isChosen ? kUnselected : 1.0);
    painter.drawPixmap(0, 0, m_all);
    painter.setOpacity(1.0);
    if (isChosen)
        painter.drawPixmap(0, 0, m_chosen);
    if (m_isDragging) {
        QColor ground = theme.accent;
        ground.setAlphaF(0.14F);
        painter.setBrush(ground);
        painter.setPen(QPen(theme.accent, 1.4, Qt::DashLine));
        painter.drawPolygon(m_lasso);
    }
    if (m_showsFocus) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accent, 1.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void PointPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    contentMoved();
}

void PointPlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        contentMoved();
}

void PointPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_message.isEmpty())
        return;
    m_isPressed = true;
    m_isDragging = false;
    m_lasso = QPolygonF({event->position()});
}

void PointPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isPressed)
        return;
    if (!m_isDragging && (event->position() - m_lasso.first()).manhattanLength() < kDragStart)
        return;
    m_isDragging = true;
    if ((event->position() - m_lasso.last()).manhattanLength() >= 2)
        m_lasso << event->position();
    update();
}

void PointPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_isPressed)
        return;
    m_isPressed = false;
    settle();
    const SelectionStep step = selectionStep(event->modifiers());
    if (std::exchange(m_isDragging, false)) {
        emit selectionWished(m_grid.within(m_lasso << event->position()), step);
    } else {
        const auto found = m_grid.nearest(event->position(), kPointReach);
        if (found || step == SelectionStep::Replace)
            emit selectionWished(found ? DatasetPlaces{*found} : DatasetPlaces(), step);
    }
    m_lasso.clear();
    update();
}

void PointPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    settle();
    if (const auto found = m_grid.nearest(event->position(), kPointReach))
        emit openWished(*found);
}

/// Left and right go from point to point by their places, Enter opens the one that is selected.
void PointPlot::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        step(event->key() == Qt::Key_Left ? -1 : 1);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_selected == 1) {
        emit openWished(
            static_cast<std::size_t>(std::ranges::find(*m_selection, true) - m_selection->begin()));
        return;
    }
    QWidget::keyPressEvent(event);
}

void PointPlot::focusInEvent(QFocusEvent* event)
{
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QWidget::focusInEvent(event);
}

void PointPlot::focusOutEvent(QFocusEvent* event)
{
    m_showsFocus = false;
    QWidget::focusOutEvent(event);
}

void PointPlot::step(int by)
{
    settle();
    DatasetPlaces order;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i])
            order.push_back(i);
    }
    if (order.empty())
        return;
    std::ranges::stable_sort(order, {}, [this](std::size_t i) { return m_places[i]->x(); });
    const auto selected
        = std::ranges::find_if(order, [this](std::size_t i) { return m_selected > 0 && (*m_selection)[i]; });
    const auto last = static_cast<std::ptrdiff_t>(order.size()) - 1;
    const std::ptrdiff_t next = selected == order.end()
        ? (by > 0 ? 0 : last)
        : std::clamp<std::ptrdiff_t>(selected - order.begin() + by, 0, last);
    emit selectionWished({order[static_cast<std::size_t>(next)]}, SelectionStep::Replace);
}

QString PointPlot::hoverText(std::size_t point) const
{
    const DatasetPoint& of = m_content->points[point];
    QStringList lines{tr("%1, segment %2").arg(of.video).arg(of.number)};
    if (!of.words.isEmpty())
        lines << (of.words.size() > 90 ? of.words.left(88) + QStringLiteral("…") : of.words);
    const QString prediction = m_content->predictionText(of, 2);
    lines << (of.isLabelled()
                  ? tr("label %1, prediction %2").arg(m_content->valueText(of.label, 2), prediction)
                  : tr("no label, prediction %1").arg(prediction));
    const auto percent = [&](std::size_t i) { return qRound(of.shares[i] * 100.0); };
    lines << tr("%1: text %2 %, sound %3 %, vision %4 %")
                 .arg(className(of.kind))
                 .arg(percent(0))
                 .arg(percent(1))
                 .arg(percent(2));
    return lines.join(QLatin1Char('\n'));
}

bool PointPlot::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_message.isEmpty()) {
        settle();
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto found = m_grid.nearest(help->pos(), kPointReach);
        if (found)
            QToolTip::showText(help->globalPos(), hoverText(*found), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

}
