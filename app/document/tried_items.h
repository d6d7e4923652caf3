#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"
#include "engine/core/interval.h"
#include "engine/core/segment_input.h"

#include <string>
#include <vector>

/// What people tried of a segment's input, to see what a model would say. A project keeps it as items; no
/// data are touched.
namespace app {

inline constexpr auto kTriedItems = "what_if";

struct Tried {
    enum class Kind {
        WithoutWord, ///< a word is left out, with its sound and its face
        OtherWord, ///< the text of a word is that of another word of the video
        OtherSegment, ///< a modality is that of another segment of the video, its steps resampled
        Shifted, ///< a modality comes later, by `seconds`; negative: earlier
        WithoutModality, ///< a modality is off
        Frozen, ///< each step of a modality is the mean of its steps
        MovedEdge, ///< a word begins, or ends, later, by `seconds`; negative: earlier
        OtherFunction, ///< words receive a modality's rows by another function
        OtherFill, ///< words that receive no rows of a modality are filled otherwise
    };
    Kind kind = Kind::WithoutWord;
    engine::Interval segment; ///< of the segment that it belongs to, in seconds
    std::size_t word = 0; ///< of the segment, counted from 0
    /// Of that word; another one stands there now: it cannot be tried. Of OtherFunction and OtherFill the
    /// name: `max`, `hold`.
    std::string text = {};
    std::size_t other = 0; ///< word, or segment, of the video
    engine::Modality modality = engine::Modality::Acoustic;
    double seconds = 0.0;
    bool atEnd = false; ///< of the word: its end is moved, not its beginning
    std::string name = {}; ///< that a person gave it; empty: none

    /// Whether the same is tried, under whatever name.
    bool isSameAs(Tried tried) const
    {
        tried.name = name;
        return *this == tried;
    }

    friend bool operator==(const Tried&, const Tried&) = default;
};

/// What was tried of this video's segments, in the order in which it was; an item that cannot be read counts
/// as none.
std::vector<Tried> triedOf(const engine::Annotation& annotation, const std::string& video);

engine::Change putTried(const engine::Annotation& annotation, const std::string& video,
                        const std::vector<Tried>& all);

}
