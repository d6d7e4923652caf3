#pragma once

#include "engine/explain/absent_kind.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace engine {

/// What is to be told of a whole dataset, a line for each segment.
struct ExplainLines {
    std::string model;
    std::string dataset; ///< dataset.json
    AbsentKind absent = AbsentKind::Mean;
    std::uint64_t seed = 1; ///< of the segments that AbsentKind::Marginal draws
    std::size_t skip = 0; ///< segments that were told already
    std::size_t together = 64; ///< segments that are asked about at once
};

/// Prints what the window's dataset view reads: a line of JSON that tells what comes (`outputs` with their
/// scales, `ranges`, `segments`, `left_out` with a reason each), then one for each segment, as soon as it is
/// known: `id`, `fold` (of the model's training, else of the list; empty: none), `start`, `end`, `words`,
/// `labels` (one per output, null: none), `present` (modalities that have a value other than 0), and `f`, per
/// output the eight predictions by Coalition.
///
/// The order is the same in each run, so that a run that ended early goes on by `skip`.
/// @throws FormatError, IoError, ShapeError as labelledSegments(), SegmentExplainer and Scorer do.
void printExplainLines(const ExplainLines& options);

}
