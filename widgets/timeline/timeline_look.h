#pragma once

#include "widgets/base/theme.h"
#include "widgets/timeline/timeline_areas.h"

#include <QFont>

namespace widgets {

/// How a timeline is painted: how large, and with which colours and font.
struct TimelineLook {
    TimelineAreas areas;
    const Theme& theme;
    QFont font;
    bool hasSigns = true; ///< whether heads show what can be clicked

    QFont rulerFont() const { return smaller(0.88); }
    QFont smaller(double factor) const
    {
        QFont small = font;
        small.setPointSizeF(small.pointSizeF() * factor);
        return small;
    }
};

}
