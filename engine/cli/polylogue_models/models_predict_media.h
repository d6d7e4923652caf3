#pragma once

#include "engine/cli/polylogue_models/models_predictions.h"
#include "engine/core/run_context.h"

namespace engine {

class Scorer;

/// What a model of pictures and sound makes of a recording: of each piece of a transcript, or of every four
/// seconds where there is none, and, as its last segment, the mean over all of them.
///
/// @param transcript  a file of any format with times (.srt, .vtt, .eaf …); empty: none
/// @throws FormatError (code `needs_rows`) for a model that reads rows of features, `no_segments` for a
/// transcript without any; IoError and FormatError as reading the files does; Cancelled.
Predictions predictMedia(const std::filesystem::path& media, const std::filesystem::path& transcript,
                         const Scorer& scorer, const RunContext& run);

}
