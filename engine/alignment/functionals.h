#pragma once

#include "engine/alignment/align.h"
#include "engine/sequences/metadata.h"

#include <string>
#include <variant>

namespace engine {

/// Sums up the voice over words, segments or windows: a new sequence with the 88 functionals of eGeMAPSv02
/// (engine/functionals/egemaps_functionals.h) and `valid`.
struct FunctionalsStep {
    std::string of = "egemaps25"; ///< the sequence of descriptors, 100 rows a second
    std::string level = "spectral"; ///< the sequence whose first column is the level in dB, of the same rows
    /// The sequence whose rows are the intervals (words, segments), or windows up to the end of `of`.
    std::variant<std::string, SlidingWindow> per;
    std::string into = "egemaps88"; ///< what the new sequence is called
    friend bool operator==(const FunctionalsStep&, const FunctionalsStep&) = default;
};

/// Adds the sequence `into` to the part, behind the others: an entry for each of `per`, with its intervals;
/// for windows one for the video. A video that lacks one of the sequences gets no entry.
/// @throws FormatError `unknown_reference`; ShapeError (`data_invalid`) when `of` has not the columns of
/// egemaps25, or `level` other rows.
void addFunctionals(VideoPart& part, const FunctionalsStep& step);

/// Values in a row of the new sequence.
std::size_t functionalsWidth();

/// What the metadata of the new sequence says otherwise than that of `of`.
Metadata metadataOf(const FunctionalsStep& step);

}
