#pragma once

#include <QRect>
#include <QSize>

#include <algorithm>

namespace widgets {

/// Where the parts of a timeline of this size lie: heads are at the left, the ruler is on top, the scroll bar
/// at the foot, and the tracks between them.
struct TimelineAreas {
    static constexpr int kHeadWidth = 190;
    static constexpr int kRulerHeight = 24;
    static constexpr int kScrollBarHeight = 10;

    QSize size; ///< of the whole timeline, in pixels

    /// Everything right of the heads, with the scroll bar.
    QRect rightOfHeads() const { return {kHeadWidth, 0, size.width() - kHeadWidth, size.height()}; }
    QRect ruler() const { return {kHeadWidth, 0, size.width() - kHeadWidth, kRulerHeight}; }
    QRect heads() const { return {0, 0, kHeadWidth, size.height()}; }
    QRect tracks() const
    {
        return {kHeadWidth, kRulerHeight, std::max(1, size.width() - kHeadWidth),
                std::max(1, size.height() - kRulerHeight - kScrollBarHeight)};
    }
    /// The ruler and the tracks, but not the scroll bar.
    QRect timed() const
    {
        return {kHeadWidth, 0, size.width() - kHeadWidth, size.height() - kScrollBarHeight};
    }
    QRect scrollBar() const
    {
        return {kHeadWidth, size.height() - kScrollBarHeight, tracks().width(), kScrollBarHeight};
    }
};

}
