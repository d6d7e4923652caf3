#include "widgets/player/picture_grid.h"

#include <algorithm>

namespace widgets {

namespace {

constexpr QSize kUnknown(16, 9);

/// Rows of so many pictures.
std::vector<QRect> gridOf(QSize area, const std::vector<QSize>& pictures, int gap, int columns)
{
    const int count = static_cast<int>(pictures.size());
    const int rows = (count + columns - 1) / columns;
    const QSize cell((area.width() - (columns - 1) * gap) / columns,
                     (area.height() - (rows - 1) * gap) / rows);
    std::vector<QRect> places;
    int top = 0;
    for (int first = 0; first < count; first += columns) {
        int left = 0;
        int height = 0;
        const std::size_t rowStart = places.size();
        for (int i = first; i < std::min(first + columns, count); ++i) {
            const QSize picture = pictures[static_cast<std::size_t>(i)];
            const QSize size = (picture.isEmpty() ? kUnknown : picture).scaled(cell, Qt::KeepAspectRatio);
            places.emplace_back(QPoint(left, top), size);
            left += size.width() + gap;
            height = std::max(height, size.height());
        }
        for (std::size_t i = rowStart; i < places.size(); ++i)
            places[i].translate((area.width() - left + gap) / 2, (height - places[i].height()) / 2);
        top += height + gap;
    }
    for (QRect& place : places)
        place.translate(0, (area.height() - top + gap) / 2);
    return places;
}

qint64 painted(const std::vector<QRect>& places)
{
    qint64 pixels = 0;
    for (const QRect& place : places)
        pixels += qint64{place.width()} * place.height();
    return pixels;
}

}

std::vector<QRect> pictureGrid(QSize area, const std::vector<QSize>& pictures, int gap)
{
    std::vector<QRect> best;
    for (int columns = 1; columns <= static_cast<int>(pictures.size()); ++columns) {
        std::vector<QRect> places = gridOf(area, pictures, gap, columns);
        if (best.empty() || painted(places) > painted(best))
            best = std::move(places);
    }
    return best;
}

}
