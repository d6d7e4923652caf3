#pragma once

#include "engine/core/interval.h"

#include <QSize>
#include <QStringList>

#include <vector>

namespace app {

/// What a video is to be made of.
struct RenderWish {
    enum class Picture { Above, Beside, None }; ///< where the recording's picture stands: by the tracks

    engine::Interval span; ///< seconds
    QSize size{1280, 720}; ///< pixels, even
    double framesPerSecond = 0.0; ///< 0: as the recording
    QStringList tracks; ///< object names of the tracks; none: no timeline
    Picture picture = Picture::Above;
    double page = 10.0; ///< seconds that the tracks show at most, until the page turns; 0: the whole span
    bool hasAnswers = true; ///< what the model says, as a number and on its scale
    bool hasSubtitles = true;
    bool isDark = true;
    bool hasSound = true;

    static constexpr int kLeastWidth = 320; ///< pixels
    static constexpr int kLeastHeight = 180; ///< pixels
    static constexpr int kMostPixels = 8192; ///< in each direction
    static constexpr double kUsualRate = 25.0; ///< frames a second, where the recording has no pictures
};

/// The spans of the tracks' pages, one after the other, all as long; at least one.
std::vector<engine::Interval> pagesOf(const RenderWish& wish);

/// The size with even numbers, within the limits.
QSize possibleSize(QSize size);

}
