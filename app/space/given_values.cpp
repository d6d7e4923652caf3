#include "app/space/given_values.h"

#include <limits>
#include <utility>

namespace app {

QStringList GivenValues::withName(QStringList labels) const
{
    return name.isEmpty() ? labels : std::move(labels) << name;
}

void GivenValues::tell(widgets::SpacePoint& point) const
{
    if (name.isEmpty())
        return;
    const float ofVideo = byId.value(point.video, std::numeric_limits<float>::quiet_NaN());
    point.labels.push_back(byId.value(QStringLiteral("%1[%2]").arg(point.video).arg(point.segment), ofVideo));
}

}
