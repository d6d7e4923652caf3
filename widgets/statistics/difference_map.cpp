#include "widgets/statistics/difference_map.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

DifferenceMap::DifferenceMap(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Difference over the open video"));
    hide();
}

void DifferenceMap::setDifference(const std::optional<engine::FeatureMatrix>& difference)
{
    m_difference = difference;
    m_largest = 0.0F;
    for (const float value : difference ? difference->values : std::vector<float>()) {
        if (std::isfinite(value))
            m_largest = std::max(m_largest, std::abs(value));
    }
    setToolTip(
        tr("Largest difference in this video: %1").arg(shownNumber(static_cast<double>(m_largest), 4)));
    setVisible(difference && difference->rows > 0 && difference->columns > 0);
    update();
}

/// Each pixel shows the largest of what lies below it, so that a single differing value is seen.
void DifferenceMap::paintEvent(QPaintEvent*)
{
    if (!m_difference || m_difference->rows == 0 || m_difference->columns == 0)
        return;
    const Theme& theme = themeOf(palette());
    QImage image(width(), height(), QImage::Format_RGB32);
    const auto share = [](int pixel, int pixels, std::size_t count) {
        const auto first = static_cast<std::size_t>(pixel) * count / static_cast<std::size_t>(pixels);
        const auto last = static_cast<std::size_t>(pixel + 1) * count / static_cast<std::size_t>(pixels);
        return std::pair(first, std::max(first + 1, last));
    };
    for (int y = 0; y < height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const auto [firstDimension, lastDimension] = share(height() - 1 - y, height(), m_difference->columns);
        for (int x = 0; x < width(); ++x) {
            const auto [firstRow, lastRow] = share(x, width(), m_difference->rows);
            float most = 0.0F;
            bool isNumber = true;
            for (std::size_t row = firstRow; row < lastRow; ++row) {
                for (std::size_t d = firstDimension; d < lastDimension; ++d) {
                    const float value = m_difference->at(row, d);
                    isNumber = isNumber && std::isfinite(value);
                    most = std::max(most, std::isfinite(value) ? std::abs(value) : 0.0F);
                }
            }
            line[x] = !isNumber
                ? theme.attention.rgb()
                : mixed(theme.background, theme.positive,
                        m_largest > 0 ? std::sqrt(static_cast<double>(most / m_largest)) : 0.0)
                      .rgb();
        }
    }
    QPainter(this).drawImage(0, 0, image);
}

}
