// Features as lines: the mean of each column, over the extent of the rows that it stands for.
#include "widgets/tracks/features_track.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr std::size_t kSmooth = 3; // lines that are drawn smoothly; more would take too long

/// Where values lie, in pixels from the top.
struct LineScale {
    engine::DimensionRange range;
    double height = 0.0; ///< of the lines
    double margin = 0.0; ///< above them
    double unit = 0.0;

    LineScale(engine::DimensionRange shown, double trackHeight, double above)
        : range(shown)
        , height(trackHeight - 2 * above)
        , margin(above)
        , unit(shown.constant() ? 0.0 : height / static_cast<double>(shown.high - shown.low))
    {
    }
    double y(float value) const
    {
        const double above = range.constant() ? height / 2 : static_cast<double>(value - range.low) * unit;
        return margin + height - std::clamp(above, 0.0, height);
    }
};

}

QColor FeaturesTrack::lineColour(const Theme& theme, std::size_t line) const
{
    return theme.trackColour(1 + static_cast<int>(line % Theme::kTrackColours));
}

void FeaturesTrack::paintLines(TrackCanvas& canvas, const Columns& columns) const
{
    const std::vector<std::size_t> lines = lineDimensions();
    const bool isOne = lines.size() == 1;
    const bool areFew = lines.size() <= kSmooth;
    const auto colourOf = [&](std::size_t line) {
        return isOne ? shownColour(canvas.theme) : lineColour(canvas.theme, line);
    };
    const bool isDense = columns.isDense();
    if (isDense) {
        for (std::size_t line = 0; line < lines.size(); ++line) {
            QColor faint = colourOf(line);
            faint.setAlphaF(isOne ? 0.45F : areFew ? 0.35F : 0.16F);
            paintExtent(canvas, columns, lines[line], faint);
        }
    }
    canvas.painter.setOpacity(areFew ? 1.0 : 0.85);
    canvas.painter.setRenderHint(QPainter::Antialiasing, areFew);
    for (std::size_t line = 0; line < lines.size(); ++line) {
        QPen pen(colourOf(line), areFew && !isDense ? 1.4 : 1.0); // wider ones take ten times as long
        if (line >= Theme::kTrackColours) // the colours come again
            pen.setStyle(Qt::DotLine);
        paintLine(canvas, columns, lines[line], pen);
    }
    canvas.painter.setOpacity(1.0);
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

/// What counts as 0: means of groups and packing leave a little of it.
float FeaturesTrack::zeroOf(std::size_t dimension) const
{
    const engine::DimensionRange usual = m_features->ranges(dimension).usual;
    return (usual.high - usual.low) / 254.0F;
}

/// From the least to the greatest value of each column. Where 0 is a gap, the least is unknown beside one.
void FeaturesTrack::paintExtent(TrackCanvas& canvas, const Columns& columns, std::size_t dimension,
                                const QColor& colour) const
{
    m_low.resize(m_values.size());
    m_high.resize(m_values.size());
    m_features->readExtremes(dimension, columns, m_low, m_high);
    const LineScale scale(shownRange(dimension), canvas.size.height(), kLineMargin);
    const float zero = zeroOf(dimension);
    QList<QLineF> extents;
    extents.reserve(static_cast<qsizetype>(m_low.size()));
    for (std::size_t x = 0; x < m_low.size(); ++x) {
        if (!std::isfinite(m_low[x]) || m_high[x] <= m_low[x] || (m_zeroIsGap && std::abs(m_low[x]) <= zero))
            continue;
        const double column = static_cast<double>(x) + 0.5;
        extents.append(QLineF(column, scale.y(m_high[x]), column, scale.y(m_low[x])));
    }
    canvas.painter.setPen(colour);
    canvas.painter.drawLines(extents);
}

void FeaturesTrack::paintLine(TrackCanvas& canvas, const Columns& columns, std::size_t dimension,
                              const QPen& pen) const
{
    m_features->read(dimension, columns, m_values);
    const LineScale scale(shownRange(dimension), canvas.size.height(), kLineMargin);
    const float zero = zeroOf(dimension);
    QPolygonF line;
    canvas.painter.setPen(pen);
    const auto flush = [&] {
        if (line.size() > 1)
            canvas.painter.drawPolyline(line);
        line.clear();
    };
    for (std::size_t x = 0; x < m_values.size(); ++x) {
        const float value = m_values[x];
        if (!std::isfinite(value) || (m_zeroIsGap && std::abs(value) <= zero))
            flush();
        else
            line.append({static_cast<double>(x), scale.y(value)});
    }
    flush();
}

}
