#include "app/conversation/speaker_part.h"

#include <algorithm>

namespace app {

namespace {

constexpr double kFaces = 2.2; // heights of the face that are seen
constexpr double kLeast = 0.2; // of the picture's height: a few pixels show nothing
constexpr double kMost = 0.9; // of the picture's width: what is larger shows all
constexpr double kWidest = 4.0 / 3.0; // width by height
constexpr double kRest = 0.15; // of the part's size: a face nearer to the edge moves the part
constexpr double kOtherSize = 1.4; // times as large or small as the part should be: it is chosen anew

bool restsIn(const QRectF& part, const QRectF& face, double height)
{
    const double across = kRest * part.width();
    const double down = kRest * part.height();
    return part.adjusted(across, down, -across, -down).contains(face.center())
        && part.height() < height * kOtherSize && height < part.height() * kOtherSize;
}

}

QRectF partAround(const QRectF& face, const QRectF& before, double aspect)
{
    const double height = std::clamp(kFaces * face.height(), kLeast, 1.0);
    const double width = height * std::min(1.0, kWidest / aspect);
    if (width > kMost)
        return {};
    if (!before.isEmpty() && restsIn(before, face, height))
        return before;
    const QPointF centre = face.center();
    return {std::clamp(centre.x() - width / 2.0, 0.0, 1.0 - width),
            std::clamp(centre.y() - height / 2.0, 0.0, 1.0 - height), width, height};
}

}
