#pragma once

#include "engine/faces/landmark_rows.h"

#include "tests/support/sequences.h"

namespace engine::test {

/// Who is seen in a picture of 8 s, at 25 frames a second: the first speaks from 1 to 3 s, the second from
/// 3.5 to 6 s.
inline FaceTracks twoFaces()
{
    constexpr double kFrameRate = 25.0;
    FaceTracks tracks;
    for (std::size_t k = 0; k < 200; ++k)
        tracks.frames.push_back(
            {static_cast<double>(k) / kFrameRate, static_cast<double>(k + 1) / kFrameRate});
    for (const auto& [id, speech] : {std::pair(std::size_t{0}, Interval{1.0, 3.0}), {1, {3.5, 6.0}}}) {
        FacePerson& person = tracks.people.emplace_back();
        person.id = id;
        for (std::size_t k = 0; k < tracks.frames.size(); ++k) {
            FaceSight sight;
            sight.frame = k;
            sight.box = {10.0F, 10.0F, 90.0F, 90.0F};
            person.sights.push_back(stored(sight));
            person.sights.back().isSpeaking = speech.contains(tracks.frames[k].start + 1e-6);
        }
    }
    return tracks;
}

/// Rows as an entry of a sequence.
inline Entry entryOf(FeatureRows rows)
{
    const std::size_t width = rows.columns.size();
    return {{ElementType::Float64, std::move(rows.intervals)}, floats(width, std::move(rows.values.values))};
}

}
