#include "widgets/review/influence_plot.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace widgets {

InfluencePlot::InfluencePlot(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("influencePlot"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void InfluencePlot::setUnits(std::vector<Unit> units)
{
    m_units = std::move(units);
    std::ranges::stable_sort(m_units, std::greater(),
                             [](const Unit& unit) { return unit.hidden - unit.shown; });
    const auto nearer
        = std::ranges::count_if(m_units, [](const Unit& unit) { return unit.shown < unit.hidden; });
    setAccessibleName(tr("%1 of %n segment(s) lie nearer to the prediction where it was visible", nullptr,
                         static_cast<int>(m_units.size()))
                          .arg(nearer));
    update();
}

QRectF InfluencePlot::room() const
{
    const QFontMetrics metrics(font());
    const double side = metrics.horizontalAdvance(QStringLiteral("0.0")) + 10;
    return {side, metrics.height() * 1.6, width() - side - 8.0, height() - metrics.height() * 1.6 - 8.0};
}

double InfluencePlot::columnWidth() const
{
    return std::min(18.0, room().width() / static_cast<double>(std::max<std::size_t>(1, m_units.size())));
}

void InfluencePlot::paintEvent(QPaintEvent*)
{
    if (m_units.empty())
        return;
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics(font());
    const QRectF room = this->room();
    double most = 1.0;
    for (const Unit& unit : m_units)
        most = std::max({most, unit.hidden, unit.shown});
    const auto y = [&](double distance) { return room.bottom() - room.height() * distance / most; };
    const double step = most > 4.0 ? 2.0 : most > 2.0 ? 1.0 : 0.5;
    for (double level = 0.0; level <= most + 1e-9; level += step) {
        painter.setPen(theme.line);
        painter.drawLine(QPointF(room.left(), y(level)), QPointF(room.right(), y(level)));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, y(level) - metrics.height() / 2.0, room.left() - 6, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, shownNumber(level, 1, 'f'));
    }
    const double column = columnWidth();
    const double radius = std::clamp(column * 0.32, 1.5, 4.0);
    for (std::size_t i = 0; i < m_units.size(); ++i) {
        const Unit& unit = m_units[i];
        const double x = room.left() + (static_cast<double>(i) + 0.5) * column;
        painter.setPen(QPen(unit.shown < unit.hidden ? theme.accent : theme.muted, 1.2));
        painter.drawLine(QPointF(x, y(unit.hidden)), QPointF(x, y(unit.shown)));
        painter.setBrush(palette().base());
        painter.setPen(QPen(palette().color(QPalette::Text), 1.2));
        painter.drawEllipse(QPointF(x, y(unit.hidden)), radius, radius);
        painter.setBrush(theme.accent);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPointF(x, y(unit.shown)), radius, radius);
    }
    // the legend stands above, so that it covers no mark
    const double top = metrics.height() * 0.7;
    double x = room.left() + 5;
    const auto entry = [&](bool isShown, const QString& text) {
        painter.setBrush(isShown ? QBrush(theme.accent) : palette().base());
        painter.setPen(isShown ? QPen(Qt::NoPen) : QPen(palette().color(QPalette::Text), 1.2));
        painter.drawEllipse(QPointF(x, top), 4, 4);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QPointF(x + 9, top + metrics.ascent() / 2.0 - 1), text);
        x += metrics.horizontalAdvance(text) + 30;
    };
    entry(false, tr("prediction hidden"));
    entry(true, tr("prediction visible"));
}

bool InfluencePlot::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !m_units.empty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const double place = (help->pos().x() - room().left()) / columnWidth();
        if (place >= 0.0 && place < static_cast<double>(m_units.size())) {
            const Unit& unit = m_units[static_cast<std::size_t>(place)];
            QToolTip::showText(
                help->globalPos(),
                tr("%1: %2 steps from the prediction where it was hidden, %3 where it was visible")
                    .arg(unit.name, shownNumber(unit.hidden, 2, 'f'), shownNumber(unit.shown, 2, 'f')),
                this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

}
