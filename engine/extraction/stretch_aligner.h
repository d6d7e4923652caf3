#pragma once

#include "engine/core/run_context.h"
#include "engine/extraction/stretch_messages.h"
#include "engine/features/speech/word_aligner.h"

#include <optional>

namespace engine {

/// Aligns stretches of recordings, with a speech model that stays loaded. Not thread-safe. A stretch gets the
/// same times whatever was aligned before it.
class StretchAligner {
public:
    /// @return as many stretches as are asked for, each with as many words
    /// @throws IoError of the media (`no_audio`, …) and of the speech model; Cancelled.
    StretchReply answer(const StretchWish& wish, const RunContext& run = {});

private:
    std::optional<WordAligner> m_aligner;
    std::filesystem::path m_folder; ///< of the speech model that is loaded
};

}
