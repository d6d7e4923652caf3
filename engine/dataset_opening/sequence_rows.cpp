#include "engine/dataset_opening/sequence_rows.h"

#include "engine/core/installation.h"
#include "engine/dataset_opening/face_sequences.h"
#include "engine/sequences/feature_pyramid.h"
#include "engine/sequences/shifted_sequence.h"

#include <optional>

namespace engine {

namespace {

/// What is larger than this stays in its file; values as float32, in bytes.
constexpr std::size_t kMostInMemory = std::size_t{64} << 20;

}

SequenceRows readRows(const OpenedSequences& open, const OpenedSequence& sequence, const std::string& video,
                      const SequenceOffsets& offsets, const FaceCorrections& faces, const RunContext& run)
{
    const double offset = offsetOf(offsets, sequence.key);
    std::optional<TimedFeatures> corrected; // rows in place of the file's
    if (holdsFaceMeasures(sequence))
        corrected = correctedMeasures(open, video, faces, offsets, run);
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
