#pragma once

#include "engine/core/interval.h"

namespace engine {

/// When a word is said, and how sure that is.
struct SpokenTime {
    Interval time; ///< seconds of the recording
    double confidence = 0.0; ///< 0…1; 0: it was not found, and lies where there was room
    double startError = 0.0; ///< expected error in seconds
    double endError = 0.0;
    bool isDoubtful = false; ///< someone should listen to it
    bool isDraft = false; ///< the word itself was guessed from the sound

    friend bool operator==(const SpokenTime&, const SpokenTime&) = default;
};

}
