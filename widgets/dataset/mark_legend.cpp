#include "widgets/dataset/mark_legend.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace widgets {

namespace {

constexpr int kMarkRoom = 18; // pixels before a name
constexpr int kCountGap = 10;
constexpr int kLongestName = 110;

}

MarkLegend::MarkLegend(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("markLegend"));
    setAccessibleName(tr("What the marks mean"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void MarkLegend::setMarks(const std::shared_ptr<const DatasetMarks>& marks)
{
    m_marks = marks;
    updateGeometry();
    update();
}

/// Of a ramp its ends, middle and what is not on it; of other marks those that there are.
std::vector<std::size_t> MarkLegend::shown() const
{
    std::vector<std::size_t> kinds;
    for (std::size_t i = 0; m_marks && i < m_marks->kinds.size(); ++i) {
        const MarkKind& kind = m_marks->kinds[i];
        if (m_marks->isRamp ? !kind.name.isEmpty() && (kind.count > 0 || i + 1 < m_marks->kinds.size())
                            : kind.count > 0)
            kinds.push_back(i);
    }
    return kinds;
}

QSize MarkLegend::sizeHint() const
{
    int widest = 0;
    for (const std::size_t kind : shown()) {
        const MarkKind& of = m_marks->kinds[kind];
        const int name = std::min(kLongestName, fontMetrics().horizontalAdvance(of.name));
        widest = std::max(widest,
                          kMarkRoom + name + kCountGap
                              + fontMetrics().horizontalAdvance(QString::number(of.count)));
    }
    return {widest + 4, static_cast<int>(shown().size()) * rowHeight()};
}

void MarkLegend::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int y = 0;
    for (const std::size_t kind : shown()) {
        const MarkKind& of = m_marks->kinds[kind];
        const QRect row(0, y, width(), rowHeight());
        paintMark(painter, {8.0, row.center().y() + 0.5}, of.shape, of.colour, 9.0);
        painter.setPen(theme.text);
        painter.drawText(row.adjusted(kMarkRoom, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(of.name, Qt::ElideRight, kLongestName));
        if (!m_marks->isRamp) {
            painter.setPen(theme.muted);
            painter.drawText(row.adjusted(0, 0, -2, 0), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(of.count));
        }
        y += rowHeight();
    }
}

void MarkLegend::mousePressEvent(QMouseEvent* event)
{
    const std::vector<std::size_t> kinds = shown();
    const auto row = static_cast<std::size_t>(std::max(0, event->pos().y()) / rowHeight());
    if (event->button() == Qt::LeftButton && row < kinds.size())
        emit kindClicked(kinds[row], selectionStep(event->modifiers()));
}

bool MarkLegend::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                           tr("A click selects these segments."), this);
        return true;
    }
    return QWidget::event(event);
}

}
