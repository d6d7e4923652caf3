#pragma once

#include "engine/core/interval.h"
#include "widgets/base/theme.h"
#include "widgets/timeline/timeline_state.h"

#include <QFont>
#include <QSize>
#include <QStringList>

class QPainter;

namespace widgets {

/// A picture of some tracks of a timeline over a span of time, which need not be in sight: heads, ruler and
/// tracks, without playhead, selection and what can be clicked.
struct TimelinePage {
    engine::Interval span; ///< seconds, from the left end of the tracks to the right
    QSize size; ///< pixels, heads and ruler included
    QStringList tracks; ///< object names; the order is the timeline's, and names that it lacks are left out
    const Theme& theme;
    QFont font;

    /// Where the tracks lie, in pixels of the page.
    QRect trackArea() const;
    /// The pixel column of a time, from the left end of the page.
    double x(double seconds) const;
};

/// The height in pixels that a page needs to show these tracks as high as the timeline does.
int pageHeight(const TimelineState& state, const QStringList& tracks);

/// Paints a page. The tracks share its height in the proportions that they have in the timeline. Tracks that
/// lack a piece of the span ask for the piece, as they do when they are scrolled into sight.
void paintTimelinePage(QPainter& painter, const TimelineState& state, const TimelinePage& page);

}
