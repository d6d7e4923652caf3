#include "app/rendering/render_wish.h"

#include <algorithm>
#include <cmath>

namespace app {

std::vector<engine::Interval> pagesOf(const RenderWish& wish)
{
    const double length = wish.span.length();
    const auto count
        = wish.page > 0 ? std::max<long>(1, std::lround(std::ceil(length / wish.page - 1e-6))) : 1;
    std::vector<engine::Interval> pages;
    for (long k = 0; k < count; ++k)
        pages.push_back({wish.span.start + length * static_cast<double>(k) / static_cast<double>(count),
                         wish.span.start + length * static_cast<double>(k + 1) / static_cast<double>(count)});
    return pages;
}

QSize possibleSize(QSize size)
{
    const auto even
        = [](int pixels, int least) { return std::clamp(pixels, least, RenderWish::kMostPixels) & ~1; };
    return {even(size.width(), RenderWish::kLeastWidth), even(size.height(), RenderWish::kLeastHeight)};
}

}
