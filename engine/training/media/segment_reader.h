#pragma once

#include "engine/training/media/segment_senses.h"

#include <filesystem>
#include <memory>

namespace engine {

/// What is asked about frames and sound where the options want that; else null.
/// @throws FormatError (`part_damaged`).
std::shared_ptr<const MediaParts> partsFor(const MediaOptions& options);

/// Reads spans of one recording, to the millisecond, best in the order of time: what SegmentSenses make of
/// them, each span for itself. Recordings without picture or without sound have nothing of it. Not
/// thread-safe.
class SegmentReader {
public:
    /// @param parts  partsFor() the options
    /// @throws IoError (`file_not_found`, `not_media`, `io`).
    SegmentReader(const std::filesystem::path& media, const MediaOptions& options,
                  std::shared_ptr<const MediaParts> parts = {});
    ~SegmentReader();

    /// @throws Cancelled; IoError (`io`).
    SegmentMedia read(Interval span, const RunContext& run);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
