#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace engine {

/// Plays sound faster or slower and keeps its pitch (FFmpeg's `atempo`). Float samples, interleaved.
class TimeStretch {
public:
    static constexpr double kSlowest = 0.25;
    static constexpr double kFastest = 4.0;

    /// @param rate  2 is twice as fast; clamped to kSlowest…kFastest.
    /// @throws IoError (`io`) when FFmpeg lacks the filter.
    TimeStretch(int sampleRate, int channels, double rate);
    ~TimeStretch();
    TimeStretch(TimeStretch&&) noexcept;
    TimeStretch& operator=(TimeStretch&&) noexcept;

    double rate() const;

    /// Hands over whole sample frames.
    void push(std::span<const float> interleaved);
    /// Says that nothing more will be pushed, so that all the rest can be pulled.
    void finish();
    /// Takes the samples that are ready, in whole sample frames. @return sample frames written; 0 when more
    /// must be pushed first.
    std::size_t pull(std::span<float> interleaved);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
