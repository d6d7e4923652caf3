#pragma once

#include "engine/cli/polylogue_models/models_predictions.h"
#include "engine/core/run_context.h"

namespace engine {

class Scorer;

/// Which spans of a recording are scored.
struct SpanChoice {
    std::filesystem::path
        transcript; ///< of any format with times (.srt, .vtt, .eaf …): its pieces; empty: none
    double window = 4.0; ///< seconds of each span, where there is no transcript
    double hop = 4.0; ///< seconds from the start of one to the next
};

/// What a model of pictures and sound makes of a recording: of each span, and, as its last segment, the mean
/// over all of them.
///
/// @throws FormatError (code `needs_rows`) for a model that reads rows of features, `no_segments` for a
/// transcript without any; IoError and FormatError as reading the files does; Cancelled.
Predictions predictMedia(const std::filesystem::path& media, const SpanChoice& choice, const Scorer& scorer,
                         EnabledModalities enabled, const RunContext& run);

}
