#pragma once

#include "widgets/base/theme.h"

#include <QApplication>
#include <QHash>
#include <QImage>
#include <QLoggingCategory>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace support {

/// Relative luminance and contrast as WCAG 2 defines them.
inline double luminance(const QColor& colour)
{
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
        + 0.0722 * channel(colour.blueF());
}

inline double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

/// The strongest contrast of any pixel in the area to the colour that most of its pixels have: that of a text
/// to its ground; 1 where nothing is painted.
inline double inkContrast(const QImage& image, const QRect& area)
{
    QHash<QRgb, int> counts;
    const QRect seen = area & image.rect();
    for (int y = seen.top(); y <= seen.bottom(); ++y) {
        for (int x = seen.left(); x <= seen.right(); ++x)
            ++counts[image.pixel(x, y)];
    }
    const auto ground = std::max_element(counts.cbegin(), counts.cend());
    double strongest = 1.0;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        strongest = std::max(strongest, contrast(QColor(ground.key()), QColor(count.key())));
    return strongest;
}

/// How many pixels of the area have this colour.
inline int pixelsOf(const QImage& image, const QColor& colour, const QRect& area)
{
    int count = 0;
    const QRect seen = area & image.rect();
    for (int y = seen.top(); y <= seen.bottom(); ++y) {
        for (int x = seen.left(); x <= seen.right(); ++x)
            count += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    }
    return count;
}

/// Gives the whole application the looks of a theme, as the window does. Icons that the style sheet names are
/// the program's; here they are missing, about which nothing is said.
inline void useTheme(const widgets::Theme& theme)
{
    QLoggingCategory::setFilterRules(QStringLiteral("qt.svg*=false"));
    QApplication::setPalette(widgets::paletteOf(theme));
    qApp->setStyleSheet(widgets::styleSheetOf(theme));
}

/// Rows `dark` and `light` of the column `isDark`.
inline void addThemes()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
}

}
