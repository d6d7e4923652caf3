// How a track of features looks.
#include "widgets/base/heat_colours.h"
#include "widgets/base/scale_number.h"
#include "widgets/tracks/features_track.h"
#include "widgets/tracks/pointer_note.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace widgets {

namespace {

constexpr int kSteps = 255; // of colour
constexpr int kNoNumber = kSteps; // behind them, what is no colour of a value
constexpr int kGap = kSteps + 1;

using Colours = std::array<QRgb, kSteps + 2>;

Colours heatColours(const Theme& theme, const QColor& colour, bool aboutZero)
{
    Colours colours{};
    for (int i = 0; i < kSteps; ++i) {
        const double part = i / (kSteps - 1.0);
        colours[static_cast<std::size_t>(i)]
            = (aboutZero ? heatColourAboutZero(theme, part) : heatColour(theme, colour, part)).rgb();
    }
    colours[kNoNumber] = mixed(theme.background, theme.attention, 0.3).rgb();
    colours[kGap] = theme.background.rgb();
    return colours;
}

/// Which colour a value has: `value · factor + offset`, 0…kSteps − 1.
struct ColourScale {
    float factor = 0.0F;
    float offset = 0.0F;

    explicit ColourScale(const engine::DimensionRange& range)
    {
        factor = range.constant() ? 0.0F : (kSteps - 1) / (range.high - range.low);
        offset = range.constant() ? kSteps / 2.0F : 0.5F - range.low * factor;
    }
    int step(float value) const
    {
        // Written so that NaN becomes 0, and without branches: it is done for each pixel.
        float place = value * factor + offset;
        place = place > 0.0F ? place : 0.0F;
        place = place < kSteps - 1.0F ? place : kSteps - 1.0F;
        const int number = static_cast<int>(place);
        const int other = value != value ? kNoNumber : kGap;
        return std::abs(value) <= std::numeric_limits<float>::max() ? number : other;
    }
};

}

void FeaturesTrack::paint(TrackCanvas& canvas) const
{
    if (!m_features || m_features->dimensions() == 0 || canvas.size.height() <= 0)
        return;
    const auto width = static_cast<std::size_t>(std::max(0, canvas.size.width()));
    const Columns columns
        = m_features->columns(canvas.scale.origin, 1.0 / canvas.scale.pixelsPerSecond, width);
    m_values.resize(width);
    if (lineDimensions().empty())
        paintHeatMap(canvas, columns);
    else
        paintLines(canvas, columns);
    const std::vector<engine::TileKey> missing = m_features->missing(columns);
    if (!missing.empty()) {
        paintNotRead(canvas);
        emit tilesWanted(missing);
    }
    paintFilled(canvas);
    paintCoverage(canvas);
    if (canvas.pointer)
        paintReadout(canvas);
}

/// Dimension 0 lies at the bottom, as frequencies do.
std::size_t FeaturesTrack::dimensionAt(int y, int height) const
{
    const int fromBelow = std::clamp(height - 1 - y, 0, height - 1);
    return static_cast<std::size_t>(fromBelow) * m_features->dimensions() / static_cast<std::size_t>(height);
}

/// One line of the image per pixel: scaling would cost more than all the rest.
void FeaturesTrack::paintHeatMap(TrackCanvas& canvas, const Columns& columns) const
{
    const int width = canvas.size.width();
    const int rows = canvas.size.height();
    if (m_image.width() != width || m_image.height() != rows)
        m_image = QImage(width, rows, QImage::Format_RGB32);
    const bool aboutZero = m_display.scale == FeatureDisplay::Scale::Symmetric;
    const Colours colours = heatColours(canvas.theme, shownColour(canvas.theme), aboutZero);
    std::size_t drawn = m_features->dimensions(); // the dimension of the line before
    for (int row = 0; row < rows; ++row) {
        const std::size_t dimension = dimensionAt(row, rows);
        auto* pixels = reinterpret_cast<QRgb*>(m_image.scanLine(row));
        if (dimension == std::exchange(drawn, dimension)) {
            std::copy_n(pixels - m_image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)), width,
                        pixels);
            continue;
        }
        m_features->read(dimension, columns, m_values);
        const ColourScale scale(shownRange(dimension));
        for (int x = 0; x < width; ++x)
            pixels[x] = colours[static_cast<std::size_t>(scale.step(m_values[static_cast<std::size_t>(x)]))];
    }
    canvas.painter.drawImage(0, 0, m_image);
}

/// A quiet word in the corner; the places that are empty stay so.
void FeaturesTrack::paintNotRead(TrackCanvas& canvas) const
{
    const QString text = tr("reading…");
    const QFontMetrics metrics(canvas.painter.font());
    const QRect box(canvas.size.width() - metrics.horizontalAdvance(text) - 12, 2,
                    metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
    canvas.painter.fillRect(box, mixed(canvas.theme.background, canvas.theme.panel, 0.8));
    canvas.painter.setPen(canvas.theme.muted);
    canvas.painter.drawText(box, Qt::AlignCenter, text);
}

/// Name and value of the dimension under the pointer; of lines, the one that is nearest.
void FeaturesTrack::paintReadout(TrackCanvas& canvas) const
{
    const auto row = engine::rowAt(m_features->intervals(), *canvas.pointer);
    if (!row)
        return;
    const std::vector<std::size_t> lines = lineDimensions();
    const double height = canvas.size.height() - 2 * kLineMargin;
    std::size_t dimension = dimensionAt(static_cast<int>(canvas.pointerY), canvas.size.height());
    QColor colour = canvas.theme.text;
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t line = 0; line < lines.size(); ++line) {
        const auto value = m_features->valueAt(*row, lines[line]);
        const engine::DimensionRange range = shownRange(lines[line]);
        const double part = value && !range.constant()
            ? static_cast<double>((value->value - range.low) / (range.high - range.low))
            : 0.5;
        const double distance
            = std::abs(kLineMargin + height * (1 - std::clamp(part, 0.0, 1.0)) - canvas.pointerY);
        if (distance < nearest || line == 0) { // not smaller where it is no number
            nearest = distance;
            dimension = lines[line];
            colour = lines.size() > 1 ? lineColour(canvas.theme, line) : canvas.theme.text;
        }
    }
    const auto value = m_features->valueAt(*row, dimension);
    if (!value)
        return;
    const QString number = std::isnan(value->value)
        ? tr("no number")
        : (value->exact ? QString() : tr("≈ ")) + shownNumber(static_cast<double>(value->value), 4);
    const QString text = QStringLiteral("%1  %2").arg(dimensionName(dimension), number);
    paintPointerNote(canvas, text, lines.size() > 1 ? colour : shownColour(canvas.theme));
}

}
