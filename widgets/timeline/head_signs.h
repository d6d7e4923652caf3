#pragma once

#include "widgets/timeline/track_rows.h"

#include <optional>

namespace widgets {

/// What can be clicked on the head of a track.
enum class HeadSign { Hide, Lock, Solo };

/// Pixels of a head from which on its signs stand beside the title and leave a line below free.
inline constexpr int kTwoLineHead = 32;

/// The signs that a head has, from left to right: a track that cannot be edited needs no lock.
std::vector<HeadSign> signsOf(const Track& track);
/// Where a sign stands, beside the title, in pixels of the timeline. @param row  of the track that has this
/// sign
QRect placeOfSign(const TrackRow& row, HeadSign sign);
/// The sign at this place; absent: there is none.
std::optional<HeadSign> signAt(const TrackRow& row, QPointF position);

/// A layout that a person asks for, and the name of the step for the history.
struct LayoutWish {
    TrackLayout layout;
    QString what;
};
/// What a click on the sign asks for: the track is hidden; locked or unlocked; shown alone or with others.
LayoutWish wishOf(HeadSign sign, const TrackRows& rows, const Track& track);
/// A sentence that says what a click on the sign does.
QString tipOf(HeadSign sign, const TrackRows& rows, const Track& track);

/// The place of a track in which it stays shown. A hidden track that is solo stands in a row all the same;
/// what a person does with it there shows it for good.
TrackPlace shownPlace(const TrackRows& rows, const Track& track);

}
