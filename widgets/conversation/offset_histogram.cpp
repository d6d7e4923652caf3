#include "widgets/conversation/offset_histogram.h"

#include "engine/numbers/quantiles.h"
#include "widgets/base/scale_number.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>

namespace widgets {

namespace {

constexpr double kBetweenDirections = 14.0; ///< pixels
constexpr double kLeastDirection = 9.0; ///< heights of a line
constexpr double kOffsetFont = 0.86;

std::size_t binOf(double offset)
{
    const double place = std::floor((offset + OffsetCounts::kReach) / OffsetCounts::kBin);
    return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(OffsetCounts::kBins - 1)));
}

}

std::vector<OffsetCounts> offsetCounts(const engine::TakenTurns& taken)
{
    std::map<std::pair<std::size_t, std::size_t>, std::vector<double>> offsets;
    for (const engine::TurnTransition& one : taken.transitions)
        offsets[{one.from, one.to}].push_back(one.fto);
    std::vector<OffsetCounts> directions;
    for (const auto& [people, values] : offsets) {
        OffsetCounts direction{people.first, people.second};
        for (const double offset : values)
            ++direction.counts[binOf(offset)];
        direction.transitions = values.size();
        direction.median = engine::quantile(values, 0.5);
        directions.push_back(direction);
    }
    std::ranges::stable_sort(directions, std::ranges::greater(), &OffsetCounts::transitions);
    return directions;
}

QString offsetSentence(const OffsetCounts& offsets, const ConversationContent& content)
{
    return OffsetHistogram::tr("%1 → %2: %3, median %4 s")
        .arg(content.nameOf(offsets.from), content.nameOf(offsets.to),
             OffsetHistogram::tr("%n transition(s)", nullptr, static_cast<int>(offsets.transitions)),
             signedNumber(offsets.median, 2));
}

void paintOffsets(QPainter& painter, const QRectF& room, const OffsetCounts& offsets,
                  const ConversationContent& content, const Theme& theme)
{
    painter.save();
    const QFontMetricsF metrics(painter.font(), painter.device());
    const QString name
        = OffsetHistogram::tr("%1 → %2").arg(content.nameOf(offsets.from), content.nameOf(offsets.to));
    const QString median = OffsetHistogram::tr("%1 s").arg(signedNumber(offsets.median, 2));
    const double medianWide = metrics.horizontalAdvance(median) + 4;
    painter.setPen(theme.text);
    painter.drawText(QRectF(room.left(), room.top(), room.width() - medianWide, metrics.height()),
                     Qt::AlignLeft, metrics.elidedText(name, Qt::ElideRight, room.width() - medianWide - 4));
    painter.setPen(theme.muted);
    painter.drawText(QRectF(room.right() - medianWide, room.top(), medianWide, metrics.height()),
                     Qt::AlignRight, median);
    QFont small = painter.font();
    small.setPointSizeF(small.pointSizeF() * kOffsetFont);
    painter.setFont(small);
    const QFontMetricsF smallMetrics(small, painter.device());
    const QRectF plot(room.left(), room.top() + metrics.height() + 8, room.width(),
                      room.height() - metrics.height() - smallMetrics.height() - 10);
    const auto x = [&](double seconds) {
        return plot.left() + (seconds + OffsetCounts::kReach) / (2 * OffsetCounts::kReach) * plot.width();
    };
    const std::size_t most = std::max<std::size_t>(*std::ranges::max_element(offsets.counts), 1);
    const QColor colour = offsets.to < content.people.size()
        ? theme.trackColour(content.people[offsets.to].colour)
        : theme.neutral;
    for (std::size_t bin = 0; bin < OffsetCounts::kBins; ++bin) {
        if (offsets.counts[bin] == 0)
            continue;
        const double start = static_cast<double>(bin) * OffsetCounts::kBin - OffsetCounts::kReach;
        const double tall
            = plot.height() * static_cast<double>(offsets.counts[bin]) / static_cast<double>(most);
        const QRectF bar(x(start) + 0.5, plot.bottom() - tall, plot.width() / OffsetCounts::kBins - 1, tall);
        const bool isOverlap = start + OffsetCounts::kBin / 2 < 0;
        painter.fillRect(bar, isOverlap ? QBrush(colour, Qt::BDiagPattern) : QBrush(colour));
        if (isOverlap) {
            painter.setPen(QPen(colour, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(QPen(theme.muted, 1, Qt::DashLine));
    painter.drawLine(QPointF(x(0), plot.top()), QPointF(x(0), plot.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    const double at = x(std::clamp(offsets.median, -OffsetCounts::kReach, OffsetCounts::kReach));
    painter.drawPolygon(
        QPolygonF({{at - 4, plot.top() - 7}, {at + 4, plot.top() - 7}, {at, plot.top() - 1}}));
    painter.setPen(theme.muted);
    for (const double second : {-2.0, -1.0, 0.0, 1.0, 2.0}) {
        const QString text = signedNumber(second);
        const double wide = smallMetrics.horizontalAdvance(text) + 4;
        const double left = std::clamp(x(second) - wide / 2, plot.left(), plot.right() - wide);
        painter.drawText(QRectF(left, plot.bottom() + 1, wide, smallMetrics.height()), Qt::AlignCenter, text);
    }
    painter.restore();
}

OffsetHistogram::OffsetHistogram(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("offsetHistogram"));
    setAccessibleName(tr("Floor transfer offsets"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void OffsetHistogram::setContent(const ConversationContent& content)
{
    m_content = content;
    m_directions = content.turns ? offsetCounts(*content.turns) : std::vector<OffsetCounts>();
    QStringList said;
    for (const OffsetCounts& direction : m_directions)
        said << offsetSentence(direction, m_content);
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    setToolTip(said.join(QLatin1Char('\n')));
    if (m_directions.size() > kMostDirections)
        m_directions.resize(kMostDirections);
    updateGeometry();
    update();
}

std::size_t OffsetHistogram::columnsIn(double width, std::size_t directions, const QFontMetrics& metrics)
{
    const double least = kLeastDirection * metrics.height();
    const double room = std::max(1.0, (width + kBetweenDirections) / (least + kBetweenDirections));
    return std::clamp<std::size_t>(directions, 1, static_cast<std::size_t>(room));
}

double OffsetHistogram::heightOfOne(const QFontMetrics& metrics)
{
    return 5.6 * metrics.height();
}

QSize OffsetHistogram::sizeHint() const
{
    const int wide = static_cast<int>(2 * kLeastDirection * fontMetrics().height());
    return {wide, heightForWidth(wide)};
}

int OffsetHistogram::heightForWidth(int width) const
{
    const std::size_t columns = columnsIn(width, m_directions.size(), fontMetrics());
    const std::size_t rows = (m_directions.size() + columns - 1) / columns;
    const double high = heightOfOne(fontMetrics()) + kBetweenDirections;
    return static_cast<int>(std::max(0.0, static_cast<double>(rows) * high - kBetweenDirections)) + 1;
}

void OffsetHistogram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const std::size_t columns = columnsIn(width(), m_directions.size(), fontMetrics());
    const double wide
        = (width() - kBetweenDirections * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double high = heightOfOne(fontMetrics());
    for (std::size_t i = 0; i < m_directions.size(); ++i) {
        const QRectF room(static_cast<double>(i % columns) * (wide + kBetweenDirections),
                          static_cast<double>(i / columns) * (high + kBetweenDirections), wide, high);
        paintOffsets(painter, room, m_directions[i], m_content, themeOf(palette()));
    }
}

}
