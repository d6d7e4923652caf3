#pragma once

#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/features/speech/spoken_sound.h"
#include "engine/media/audio_reader.h"
#include "engine/media/media_file.h"

#include <optional>
#include <vector>

namespace engine {

/// A span of a recording's sound as speech is recognised in it: mono, 16 000 samples per second (64 kB each).
/// Shorter where the recording ends earlier. @throws IoError (`no_audio`, …); Cancelled.
std::vector<float> speechSound(const MediaFile& media, Interval within, const RunContext& run = {});

/// All of a recording's sound, of which only what is looked at is held: it is decoded once to know
/// how long it is, and once more as it is looked at. Whoever looks back behind the span before makes it
/// begin anew.
class ReadSound final : public SpokenSound {
public:
    /// @throws IoError (`no_audio`, …); Cancelled.
    ReadSound(const MediaFile& media, const RunContext& run);

    std::size_t size() const override { return m_size; }
    using SpokenSound::samples;
    /// @throws IoError; Cancelled.
    std::span<const float> samples(std::size_t first, std::size_t end) override;
    bool isSilent() override { return m_isSilent; }

private:
    void begin();

    MediaFile m_media;
    RunContext m_run;
    std::optional<AudioReader> m_reader;
    std::size_t m_size = 0;
    bool m_isSilent = true;
    std::vector<float> m_held;
    std::size_t m_first = 0; ///< of m_held
};

}
