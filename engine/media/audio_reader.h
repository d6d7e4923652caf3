#pragma once

#include "engine/media/media_file.h"

#include <cstddef>
#include <memory>
#include <span>

namespace engine {

/// A file's sound as interleaved float samples on its timeline, for playback. Not thread-safe.
class AudioReader {
public:
    /// @param sampleRate  per second; 0: as in the file.
    /// @param channels    1 or 2; 0: as in the file, more than two mixed down to two.
    ///                    One where the file's `channel` is named.
    /// @throws IoError (`file_not_found`, `not_media`, `no_audio`, `io`); FormatError (`no_channel`).
    explicit AudioReader(const MediaFile& file, int sampleRate = 0, int channels = 0);
    ~AudioReader();
    AudioReader(AudioReader&&) noexcept;
    AudioReader& operator=(AudioReader&&) noexcept;

    int sampleRate() const;
    int channels() const;
    /// Where the next sample lies, in seconds from the timeline's zero.
    double position() const;

    /// Makes the next read() begin with the sample at `seconds` (not below 0), whatever the codec's priming.
    void seek(double seconds);

    /// Fills `interleaved` (whole sample frames) and returns how many sample frames were written: fewer only
    /// at the end. Where the file has no sound (before it begins, gaps), there is silence.
    std::size_t read(std::span<float> interleaved);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
