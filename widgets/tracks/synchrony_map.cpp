#include "widgets/tracks/synchrony_map.h"

#include "widgets/base/heat_colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {

namespace {

constexpr double kPaleCell = 0.42; ///< what is left of the colour of a cell that is not more than chance
constexpr double kDotDistance = 5.0; ///< pixels
constexpr double kDotRadius = 1.6;
constexpr std::size_t kColourSteps = 256;

using CellColours = std::array<QRgb, kColourSteps>; ///< of −1 … 1

CellColours cellColours(const Theme& theme, bool isPale)
{
    CellColours colours{};
    for (std::size_t i = 0; i < kColourSteps; ++i) {
        const double r = 2.0 * static_cast<double>(i) / (kColourSteps - 1) - 1.0;
        colours[i] = SynchronyMap::colourOf(theme, r, isPale).rgb();
    }
    return colours;
}

}

QColor SynchronyMap::colourOf(const Theme& theme, double r, bool isPale)
{
    const QColor colour = heatColourAboutZero(theme, (std::clamp(r, -1.0, 1.0) + 1.0) / 2.0);
    return isPale ? mixed(theme.background, colour, kPaleCell) : colour;
}

double SynchronyMap::yOf(double lag, const std::vector<double>& lags, const QRectF& room)
{
    const double step = lags.size() > 1 ? lags[1] - lags[0] : 1.0;
    const double fromBelow = (lag - lags.front()) / step + 0.5; // in columns
    return room.bottom() - fromBelow / static_cast<double>(lags.size()) * room.height();
}

std::size_t SynchronyMap::columnAt(double y, std::size_t columns, const QRectF& room)
{
    const double part = std::clamp((room.bottom() - y) / room.height(), 0.0, 1.0);
    return std::min(columns - 1, static_cast<std::size_t>(part * static_cast<double>(columns)));
}

void SynchronyMap::forget()
{
    m_picture = {};
    m_dots.clear();
}

void SynchronyMap::makePicture(const Theme& theme, const SynchronyContent& content)
{
    const engine::LagMatrix& matrix = content.synchrony->matrix;
    m_picture = QImage(static_cast<int>(matrix.rows), static_cast<int>(matrix.columns),
                       QImage::Format_ARGB32_Premultiplied);
    const std::array<CellColours, 2> colours{cellColours(theme, false), cellColours(theme, true)};
    m_dots.assign(matrix.rows, std::nullopt);
    std::vector<std::size_t> paleness(matrix.rows);
    for (std::size_t row = 0; row < matrix.rows; ++row) {
        const bool isFound = content.isFound(row);
        paleness[row] = isFound && !content.isComputing ? 0 : 1;
        const std::optional<engine::LagPeak> best = isFound ? content.bestOf(row) : std::nullopt;
        if (best)
            m_dots[row] = best->lag;
    }
    for (std::size_t column = 0; column < matrix.columns; ++column) {
        auto* pixels
            = reinterpret_cast<QRgb*>(m_picture.scanLine(static_cast<int>(matrix.columns - 1 - column)));
        for (std::size_t row = 0; row < matrix.rows; ++row) {
            const double r = matrix.at(row, column);
            const double part = std::clamp((r + 1.0) / 2.0, 0.0, 1.0);
            pixels[row] = std::isnan(r)
                ? qRgba(0, 0, 0, 0)
                : colours[paleness[row]][static_cast<std::size_t>(std::lround(part * (kColourSteps - 1)))];
        }
    }
    m_isDark = theme.isDark();
}

void SynchronyMap::paint(TrackCanvas& canvas, const SynchronyContent& content, const QRectF& room)
{
    const std::size_t rows = content.rows();
    if (rows == 0 || content.synchrony->matrix.columns == 0)
        return;
    if (m_picture.isNull() || m_isDark != canvas.theme.isDark())
        makePicture(canvas.theme, content);
    // Each row stands about the middle of its window. Only the rows in sight are scaled.
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    const double begin = content.middleOf(0) - content.hop / 2;
    const auto rowOf = [&](double seconds) {
        return std::clamp((seconds - begin) / content.hop, 0.0, static_cast<double>(rows));
    };
    const double first = std::floor(rowOf(visible.start)), last = std::ceil(rowOf(visible.end));
    if (last <= first)
        return;
    const double left = canvas.scale.x(begin + first * content.hop);
    const double right = canvas.scale.x(begin + last * content.hop);
    const QRectF place(left, room.top(), right - left, room.height());
    canvas.painter.fillRect(
        place, QBrush(mixed(canvas.theme.background, canvas.theme.muted, 0.45), Qt::BDiagPattern));
    canvas.painter.save();
    canvas.painter.setRenderHint(QPainter::SmoothPixmapTransform);
    canvas.painter.drawImage(place, m_picture, QRectF(first, 0, last - first, m_picture.height()));
    canvas.painter.restore();
    paintDots(canvas, content, room);
}

void SynchronyMap::paintDots(TrackCanvas& canvas, const SynchronyContent& content, const QRectF& room) const
{
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    const double place = (visible.start - content.middleOf(0)) / content.hop;
    double behind = -kDotDistance;
    canvas.painter.save();
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(canvas.theme.text);
    for (auto row = static_cast<std::size_t>(std::max(0.0, std::floor(place))); row < m_dots.size(); ++row) {
        const double x = canvas.scale.x(content.middleOf(row));
        if (x > canvas.size.width() + kDotRadius)
            break;
        if (!m_dots[row] || x - behind < kDotDistance)
            continue;
        behind = x;
        canvas.painter.drawEllipse(QPointF(x, yOf(*m_dots[row], content.synchrony->lags, room)), kDotRadius,
                                   kDotRadius);
    }
    canvas.painter.restore();
}

}
