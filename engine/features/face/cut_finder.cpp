#include "engine/features/face/cut_finder.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr int kCellsAcross = 16;
constexpr int kCellsDown = 9;
constexpr float kLeastChange = 5.0F; ///< mean difference of cells, of 255
constexpr float kAboveUsual = 5.0F;
constexpr float kMostCounted = 15.0F;

std::vector<float> cellsOf(const GrayPicture& picture)
{
    std::vector<float> cells;
    for (int row = 0; row < kCellsDown; ++row) {
        for (int column = 0; column < kCellsAcross; ++column) {
            const int top = row * picture.height / kCellsDown;
            const int bottom = (row + 1) * picture.height / kCellsDown;
            const int left = column * picture.width / kCellsAcross;
            const int right = (column + 1) * picture.width / kCellsAcross;
            float sum = 0.0F;
            float count = 0.0F;
            for (int y = top; y < bottom; y += 4) {
                for (int x = left; x < right; x += 4) {
                    sum += static_cast<float>(
                        picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width)
                                       + static_cast<std::size_t>(x)]);
                    count += 1.0F;
                }
            }
            cells.push_back(count > 0.0F ? sum / count : 0.0F);
        }
    }
    return cells;
}

}

bool CutFinder::isCut(const GrayPicture& picture)
{
    std::vector<float> cells = cellsOf(picture);
    m_last.swap(cells);
    if (cells.empty())
        return false;
    float change = 0.0F;
    for (std::size_t i = 0; i < cells.size(); ++i)
        change += std::abs(m_last[i] - cells[i]) / static_cast<float>(cells.size());
    const bool isCut = change > kLeastChange && change > kAboveUsual * m_usual;
    m_usual
        += 0.1F * (std::min(change, kMostCounted) - m_usual); // cuts too: where every frame is one, none is
    return isCut;
}

}
