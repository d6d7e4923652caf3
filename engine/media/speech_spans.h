#pragma once

#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/media/media_file.h"

#include <span>
#include <vector>

namespace engine {

struct SpeechOptions {
    double shortestPause = 0.5; ///< seconds: a shorter one parts nothing
    double shortestSpeech = 0.25; ///< seconds: shorter sounds are clicks
    double margin = 0.1; ///< seconds that each span gets before and after, at most half of a pause
};

/// How loud a sound is that comes in pieces, 10 ms after 10 ms, without what lies below the voice: hum,
/// rumble and offsets fill pauses without being heard. A Butterworth high pass of order 4 at 60 Hz takes
/// them.
class VoiceLoudness {
public:
    static constexpr int kRate = 16000; ///< samples per second, mono
    static constexpr double kStep = 0.01; ///< seconds of a level

    void add(std::span<const float> sound);
    /// dB, 0 being full scale, −90 at least: of each whole step with the one before and the one behind.
    std::vector<double> levels() const;

private:
    struct Section {
        double before = 0.0, earlier = 0.0; ///< what is kept of the last two samples
    };

    Section m_sections[2];
    double m_squares = 0.0;
    std::size_t m_samples = 0; ///< of the step that has begun
    std::vector<double> m_powers; ///< mean squares of the steps
};

/// The spans between pauses, by the loudness of a sound (SoundLevels::speechThreshold()). Empty where nothing
/// stands out of the silence.
///
/// @param levels  of VoiceLoudness
/// @param start   where they begin, in seconds
std::vector<Interval> speechSpans(const std::vector<double>& levels, double start = 0.0,
                                  const SpeechOptions& options = {});

/// The same of a recording, on its timeline.
/// @throws IoError (`file_not_found`, `not_media`, `no_audio`, `io`), Cancelled.
std::vector<Interval> speechSpans(const MediaFile& file, const SpeechOptions& options = {},
                                  const RunContext& run = {});

}
