#include "app/space/given_values.h"

#include <limits>

namespace app {

float GivenValues::of(const widgets::SpacePoint& point) const
{
    const float ofVideo = byId.value(point.video, std::numeric_limits<float>::quiet_NaN());
    return byId.value(QStringLiteral("%1[%2]").arg(point.video).arg(point.segment), ofVideo);
}

}
