#include "widgets/tracks/feature_lines.h"

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

/// What counts as 0: means of groups and packing leave a little of it.
float zeroOf(const engine::FeatureLevels& features, std::size_t dimension)
{
    const engine::DimensionRange usual = features.ranges(dimension).usual;
    return (usual.high - usual.low) / 254.0F;
}

}

QColor FeatureLines::colour(const Theme& theme, std::size_t line)
{
    return theme.trackColour(1 + static_cast<int>(line % Theme::kTrackColours));
}

void FeatureLines::paint(TrackCanvas& canvas, const Lines& lines)
{
    const std::size_t count = lines.dimensions.size();
    const bool isOne = count == 1;
    const bool areFew = count <= kSmooth;
    const auto colourOf = [&](std::size_t line) { return isOne ? lines.only : colour(canvas.theme, line); };
    const bool isDense = lines.columns.isDense();
    if (isDense) {
        for (std::size_t line = 0; line < count; ++line) {
            QColor faint = colourOf(line);
            faint.setAlphaF(isOne ? 0.45F : areFew ? 0.35F : 0.16F);
            paintExtent(canvas, lines, lines.dimensions[line], faint);
        }
    }
    canvas.painter.setOpacity(areFew ? 1.0 : 0.85);
    canvas.painter.setRenderHint(QPainter::Antialiasing, areFew);
    for (std::size_t line = 0; line < count; ++line) {
        QPen pen(colourOf(line), areFew && !isDense ? 1.4 : 1.0); // wider ones take ten times as long
        if (line >= Theme::kTrackColours) // the colours come again
            pen.setStyle(Qt::DotLine);
        paintLine(canvas, lines, lines.dimensions[line], pen);
    }
    canvas.painter.setOpacity(1.0);
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

/// From the least to the greatest value of each column. Where 0 is a gap, the least is unknown beside one.
void FeatureLines::paintExtent(TrackCanvas& canvas, const Lines& lines, std::size_t dimension,
                               const QColor& colour)
{
    m_low.resize(static_cast<std::size_t>(std::max(0, canvas.size.width())));
    m_high.resize(static_cast<std::size_t>(std::max(0, canvas.size.width())));
    lines.features.readExtremes(dimension, lines.columns, m_low, m_high);
    const LineScale scale(lines.display.rangeOf(lines.features.ranges(dimension)), canvas.size.height(),
                          kMargin);
    const float zero = zeroOf(lines.features, dimension);
    QList<QLineF> extents;
    extents.reserve(static_cast<qsizetype>(m_low.size()));
    for (std::size_t x = 0; x < m_low.size(); ++x) {
        if (!std::isfinite(m_low[x]) || m_high[x] <= m_low[x]
            || (lines.zeroIsGap && std::abs(m_low[x]) <= zero))
            continue;
        const double column = static_cast<double>(x) + 0.5;
        extents.append(QLineF(column, scale.y(m_high[x]), column, scale.y(m_low[x])));
    }
    canvas.painter.setPen(colour);
    canvas.painter.drawLines(extents);
}

void FeatureLines::paintLine(TrackCanvas& canvas, const Lines& lines, std::size_t dimension, const QPen& pen)
{
    m_values.resize(static_cast<std::size_t>(std::max(0, canvas.size.width())));
    lines.features.read(dimension, lines.columns, m_values);
    const LineScale scale(lines.display.rangeOf(lines.features.ranges(dimension)), canvas.size.height(),
                          kMargin);
    const float zero = zeroOf(lines.features, dimension);
    QPolygonF line;
    canvas.painter.setPen(pen);
    const auto flush = [&] {
        if (line.size() > 1)
            canvas.painter.drawPolyline(line);
        line.clear();
    };
    for (std::size_t x = 0; x < m_values.size(); ++x) {
        const float value = m_values[x];
        if (!std::isfinite(value) || (lines.zeroIsGap && std::abs(value) <= zero))
            flush();
        else
            line.append({static_cast<double>(x), scale.y(value)});
    }
    flush();
}

}
