#pragma once

#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/training/media/media_options.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace engine {

/// What is seen and heard in a span of a recording.
struct SegmentMedia {
    std::size_t frames = 0; ///< F
    std::vector<float> faces; ///< F × 3 × side × side, as faceCrop() makes them
    std::size_t found = 0; ///< frames on which a face was found, or lately
    std::size_t count = 0; ///< P
    std::vector<float> pieces; ///< P × 128 × 32, as melPieces() makes them
    std::vector<float>
        samples{}; ///< with MediaOptions::patches, in the place of pieces: kSampleRate per second
};

inline constexpr int kSampleRate = 16000; ///< per second, of what a model hears

/// When the frames of a span are taken: from its start on, every so often, below its end; at least one, then
/// in its middle.
std::vector<double> frameTimes(Interval span, double every);

/// The middles of so many equal parts of a span.
std::vector<double> evenTimes(Interval span, std::size_t count);

/// Reads spans of one recording, to the millisecond, best in the order of time. Not thread-safe.
///
/// A face is looked for in the frame at half its size, then as it is; where there is none, the box of the
/// last second holds, then the square in the middle. Recordings without picture or without sound have nothing
/// of it.
class SegmentReader {
public:
    /// @throws IoError (`file_not_found`, `not_media`, `io`).
    SegmentReader(const std::filesystem::path& media, const MediaOptions& options);
    ~SegmentReader();

    /// @throws Cancelled; IoError (`io`).
    SegmentMedia read(Interval span, const RunContext& run);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
