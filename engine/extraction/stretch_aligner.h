#pragma once

#include "engine/core/run_context.h"
#include "engine/extraction/stretch_messages.h"
#include "engine/features/speech/word_aligner.h"
#include "engine/media/media_file.h"

#include <cstdint>
#include <optional>

namespace engine {

/// Aligns stretches of recordings, with a speech model that stays loaded. Not thread-safe. A stretch gets the
/// same times whatever was aligned before it.
class StretchAligner {
public:
    explicit StretchAligner(Installation installation) : m_installation(std::move(installation)) { }

    /// @return as many stretches as are asked for, each with as many words
    /// @throws IoError of the media (`no_audio`, …) and of the speech model; Cancelled.
    StretchReply answer(const StretchWish& wish, const RunContext& run = {});

private:
    /// Which sound was read: of which file, as it was then.
    struct ReadSpan {
        MediaFile media;
        std::filesystem::file_time_type changed;
        std::uintmax_t bytes = 0;
        Interval span; ///< seconds

        friend bool operator==(const ReadSpan&, const ReadSpan&) = default;
    };
    std::span<const float> soundOf(const MediaFile& media, Interval span, const RunContext& run);

    Installation m_installation;
    std::optional<WordAligner> m_aligner;
    std::filesystem::path m_folder; ///< of the speech model that is loaded
    std::optional<ReadSpan> m_read;
    std::vector<float> m_sound; ///< of m_read, mono, 16 000 samples per second
};

}
