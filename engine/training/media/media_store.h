#pragma once

#include "engine/training/media/segment_reader.h"

#include <cstdint>
#include <map>
#include <string>

namespace engine {

/// A segment of a recording.
struct MediaSpan {
    std::string id; ///< of the segment
    std::filesystem::path file;
    Interval span; ///< seconds
};

/// What is seen and heard in the segments of a dataset: read from the recordings once, then kept in a file
/// without a name that goes with the process, so that a fold never lies in memory. Use it on one thread.
class MediaStore final : public SegmentMediaSource {
public:
    /// Reads all recordings. @throws Cancelled; IoError as SegmentReader, naming the file; IoError (`io`)
    /// when there is no room for it.
    MediaStore(const MediaOptions& options, std::vector<MediaSpan> spans, const RunContext& run = {});
    ~MediaStore() override;
    MediaStore(const MediaStore&) = delete;
    MediaStore& operator=(const MediaStore&) = delete;

    SegmentMedia read(const std::string& id) const override;
    const MediaOptions& options() const override { return m_options; }
    /// The share of frames on which a face was found; 1 without frames.
    double shareWithFace() const;

private:
    struct Place {
        std::int64_t offset = 0;
        std::size_t frames = 0, found = 0, count = 0, samples = 0, voice = 0;
    };

    MediaOptions m_options;
    std::map<std::string, Place> m_places;
    void* m_file = nullptr; ///< std::FILE
};

}
