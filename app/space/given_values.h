#pragma once

#include "widgets/space/space_point.h"

#include <QHash>
#include <QString>

namespace app {

/// Numbers that somebody gives the points of Space, by which they can be coloured; by the ids of segments
/// (`video[3]`, from 1 within the video) or of videos.
struct GivenValues {
    QString name; ///< among what the colours can tell; empty: there are none
    QHash<QString, float> byId;

    /// The names of labels, and this one behind them.
    QStringList withName(QStringList labels) const;
    /// Adds the value of a point to its labels: its segment's, else its video's; NaN where it has none.
    void tell(widgets::SpacePoint& point) const;
};

}
