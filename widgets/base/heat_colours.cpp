#include "widgets/base/heat_colours.h"

#include <cmath>

namespace widgets {

namespace {

constexpr double kMiddle = 0.75; // where the colour itself stands

QColor shade(const Theme& theme, const QColor& middle, const QColor& end, double part)
{
    return part < kMiddle ? mixed(theme.background, middle, part / kMiddle)
                          : mixed(middle, end, (part - kMiddle) / (1 - kMiddle));
}

}

QColor heatColour(const Theme& theme, const QColor& colour, double part)
{
    const QColor bright = theme.isDark() ? mixed(colour, Qt::white, 0.35) : mixed(colour, Qt::black, 0.15);
    return shade(theme, colour, bright, std::pow(part, 1.15));
}

QColor heatColourAboutZero(const Theme& theme, double part)
{
    return part < 0.5 ? shade(theme, theme.negative, theme.negative, 1.0 - 2 * part)
                      : shade(theme, theme.positive, theme.positive, 2 * part - 1.0);
}

}
