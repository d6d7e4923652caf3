#pragma once

#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/media/media_file.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace engine {

/// The extent of the sound in a stretch of time, 1 being full scale.
struct Peak {
    float min = 0.0F;
    float max = 0.0F;
    float rms = 0.0F;

    friend bool operator==(const Peak&, const Peak&) = default;
};

/// A waveform at every zoom: the mono mix in bins of 64 samples (more in very long files), then four bins in
/// one, and so on. Immutable, so views and jobs may share it.
class PeakPyramid {
public:
    /// One bin as it is stored: full scale is `kFullScale`; values up to twice full scale are kept unclipped.
    struct Bin {
        std::int16_t min = 0;
        std::int16_t max = 0;
        std::uint16_t rms = 0;

        friend bool operator==(const Bin&, const Bin&) = default;
    };
    static constexpr float kFullScale = 16384.0F;
    static constexpr std::size_t kFinestBin = 64; ///< samples
    static constexpr std::size_t kMostBins = std::size_t{1}
        << 22; ///< finest bins; longer files get wider ones

    using Receiver = std::function<void(std::shared_ptr<const PeakPyramid>)>;

    /// Reads the whole sound of a file.
    ///
    /// @param partial  is called now and then with the part that was read so far.
    /// @throws IoError (`file_not_found`, `not_media`, `no_audio`, `io`), Cancelled.
    static std::shared_ptr<const PeakPyramid> build(const MediaFile& file, const RunContext& run = {},
                                                    const Receiver& partial = {});

    PeakPyramid() = default;
    /// @param bins              the finest level.
    /// @param start             seconds from the timeline's zero to the first bin; negative when sound begins
    /// earlier.
    /// @param secondsPerBin     of the finest level.
    /// @param gaps              as gaps() tells them.
    PeakPyramid(std::vector<Bin> bins, double start, double secondsPerBin, std::vector<Interval> gaps = {});

    double start() const { return m_start; }
    /// The end of the sound on the timeline, in seconds.
    double duration() const;
    double secondsPerBin() const { return m_secondsPerBin; }
    /// Where the file has sound that cannot be read, in seconds on the timeline and in the order of time: it
    /// is damaged there, or cut off before the end that it promises. The bins are silent there, or there are
    /// none.
    const std::vector<Interval>& gaps() const { return m_gaps; }
    std::span<const Bin> bins() const { return m_levels.empty() ? std::span<const Bin>{} : m_levels.front(); }

    /// One peak per pixel column, `count` columns from `start` (seconds); zeros where there is no sound.
    std::vector<Peak> columns(double start, double secondsPerColumn, std::size_t count) const;

private:
    /// @param takesWhatIsThere  where what decodes ends, the rest is a gap; else that is an error
    static std::shared_ptr<const PeakPyramid> buildOnce(const MediaFile& file, const RunContext& run,
                                                        const Receiver& partial, bool takesWhatIsThere);

    double m_start = 0.0;
    double m_secondsPerBin = 1.0;
    std::vector<Interval> m_gaps;
    std::vector<std::vector<Bin>> m_levels; ///< each with a quarter of the bins of the one before
};

}
