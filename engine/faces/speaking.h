#pragma once

#include "engine/faces/face_tracks.h"

#include <optional>
#include <span>

namespace engine {

/// Marks in which sights a person speaks: within a second before and after, the opening of this person's
/// mouth goes with the loudness, more than anyone else's, and there is sound.
/// @param levels  of the sound, in dB, 100 a second from 0 s on (`rms_db` of soundRows()).
FaceTracks withSpeaking(FaceTracks tracks, std::span<const float> levels);

/// By hand: who speaks in the frames that begin within `span`; the others do not.
/// @param person  an id that is not there: nobody
FaceTracks withSpeaker(FaceTracks tracks, std::size_t person, Interval span);

/// By how much the sound comes after the picture.
struct SoundOffset {
    double seconds = 0.0; ///< positive: the sound is late
    double correlation = 0.0; ///< of mouth and loudness at that offset
    double expectedError = 0.0; ///< seconds: how far parts of the video disagree (jackknife), 0.01 at least

    /// Whether mouth and loudness go together too little, or differently in parts of the video.
    bool isDoubtful() const { return correlation < 0.3 || expectedError > 0.05; }
};

/// Where the mouth of the person that is seen most goes with the loudness best, within `reach` seconds.
/// @return nothing where a face is seen for less than three seconds, or nothing goes together
std::optional<SoundOffset> soundOffset(const FaceTracks& tracks, std::span<const float> levels,
                                       double reach = 1.0);

}
