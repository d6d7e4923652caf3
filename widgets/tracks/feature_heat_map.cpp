#include "widgets/tracks/feature_heat_map.h"

#include "widgets/base/heat_colours.h"

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

std::size_t FeatureHeatMap::dimensionAt(int y, int height, std::size_t dimensions)
{
    const int fromBelow = std::clamp(height - 1 - y, 0, height - 1);
    return static_cast<std::size_t>(fromBelow) * dimensions / static_cast<std::size_t>(height);
}

/// One line of the image per pixel: scaling would cost more than all the rest.
void FeatureHeatMap::paint(TrackCanvas& canvas, const engine::FeatureLevels& features,
                           const engine::FeatureLevels::Columns& columns, const FeatureDisplay& display,
                           const QColor& colour)
{
    const int width = canvas.size.width();
    const int rows = canvas.size.height();
    if (m_image.width() != width || m_image.height() != rows)
        m_image = QImage(width, rows, QImage::Format_RGB32);
    m_values.resize(static_cast<std::size_t>(std::max(0, width)));
    const bool aboutZero = display.scale == FeatureDisplay::Scale::Symmetric;
    const Colours colours = heatColours(canvas.theme, colour, aboutZero);
    std::size_t drawn = features.dimensions(); // the dimension of the line before
    for (int row = 0; row < rows; ++row) {
        const std::size_t dimension = dimensionAt(row, rows, features.dimensions());
        auto* pixels = reinterpret_cast<QRgb*>(m_image.scanLine(row));
        if (dimension == std::exchange(drawn, dimension)) {
            std::copy_n(pixels - m_image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)), width,
                        pixels);
            continue;
        }
        features.read(dimension, columns, m_values);
        const ColourScale scale(display.rangeOf(features.ranges(dimension)));
        for (int x = 0; x < width; ++x)
            pixels[x] = colours[static_cast<std::size_t>(scale.step(m_values[static_cast<std::size_t>(x)]))];
    }
    canvas.painter.drawImage(0, 0, m_image);
}

}
