#include "engine/dataset_opening/sequence_rows.h"

#include "engine/core/installation.h"
#include "engine/sequences/feature_pyramid.h"
#include "engine/sequences/shifted_sequence.h"

namespace engine {

namespace {

/// What is larger than this stays in its file; values as float32, in bytes.
constexpr std::size_t kMostInMemory = std::size_t{64} << 20;

}

SequenceRows readRows(const OpenedSequence& sequence, const std::string& video, double offset,
                      std::optional<TimedFeatures> corrected, const RunContext& run)
{
    SequenceRows read;
    if (!corrected && bytesInMemory(*sequence.file, video) > kMostInMemory) {
        read.stored = std::make_shared<const StoredFeatures>(sequence.file, video, offset);
        read.tiled = std::make_shared<TiledFeatures>(TileSource::open(read.stored, cacheFolder(), run));
        read.features = read.tiled;
        return read;
    }
    if (!corrected) {
        corrected = readFeatures(*sequence.file, video);
        shift(corrected->intervals, offset);
        if (offset != 0.0)
            corrected->timeType = ElementType::Float64;
    }
    read.held = std::make_shared<const TimedFeatures>(*std::move(corrected));
    read.features = FeaturePyramid::build(read.held, run);
    return read;
}

}
