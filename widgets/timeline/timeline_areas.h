#pragma once

#include <QRect>
#include <QSize>

#include <algorithm>

namespace widgets {

/// Where the parts of a timeline of this size lie: heads are at the left, the ruler is on top, the scroll bar
/// of time at the foot, that of the tracks at the right where they do not all fit, and the tracks between
/// them.
struct TimelineAreas {
    static constexpr int kHeadWidth = 190;
    static constexpr int kRulerHeight = 24;
    static constexpr int kScrollBarHeight = 10;

    QSize size; ///< of the whole timeline, in pixels
    bool hasRowBar = false; ///< the scroll bar of the tracks is shown

    /// Everything right of the heads, with the scroll bars.
    QRect rightOfHeads() const { return {kHeadWidth, 0, size.width() - kHeadWidth, size.height()}; }
    QRect ruler() const { return {kHeadWidth, 0, tracks().width(), kRulerHeight}; }
    QRect heads() const { return {0, 0, kHeadWidth, size.height()}; }
    QRect tracks() const
    {
        return {kHeadWidth, kRulerHeight,
                std::max(1, size.width() - kHeadWidth - (hasRowBar ? kScrollBarHeight : 0)),
                std::max(1, size.height() - kRulerHeight - kScrollBarHeight)};
    }
    /// Tracks with their heads: what moves when they are scrolled.
    QRect rows() const { return {0, kRulerHeight, tracks().right() + 1, tracks().height()}; }
    /// The ruler and the tracks, but not the scroll bars.
    QRect timed() const { return {kHeadWidth, 0, tracks().width(), size.height() - kScrollBarHeight}; }
    QRect rowBar() const
    {
        return {size.width() - kScrollBarHeight, kRulerHeight, kScrollBarHeight, tracks().height()};
    }
    QRect scrollBar() const
    {
        return {kHeadWidth, size.height() - kScrollBarHeight, tracks().width(), kScrollBarHeight};
    }
};

}
