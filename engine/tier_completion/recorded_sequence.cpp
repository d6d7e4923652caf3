#include "engine/tier_completion/recorded_sequence.h"

#include "engine/core/error.h"
#include "engine/dataset_opening/sequence_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engine {

std::optional<RecordedSequence> recordedSequence(const std::string& key,
                                                 const std::shared_ptr<const FeatureLevels>& features,
                                                 const std::shared_ptr<TiledFeatures>& tiled)
{
    RecordedSequence one{key, tiled ? nullptr : features, std::nullopt,
                         features ? features->dimensions() : 0};
    if (one.columns == 0)
        return std::nullopt;
    if (tiled)
        one.tiled = tiled->source();
    return one;
}

std::vector<RecordedSequence> recordedSequences(const OpenedSequences& open, const std::string& video,
                                                const SequenceOffsets& offsets, const FaceCorrections& faces,
                                                const RunContext& run, std::vector<std::string>* failures)
{
    std::vector<RecordedSequence> sequences;
    for (const OpenedSequence& sequence : open.sequences) {
        run.tick(0, 1);
        if (sequence.isText || sequence.role == SequenceRole::Labels)
            continue;
        try {
            const SequenceRows rows = readRows(open, sequence, video, offsets, faces, run);
            if (auto one = recordedSequence(sequence.key, rows.features, rows.tiled))
                sequences.push_back(*std::move(one));
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) { // a damaged sequence hides only itself
            if (failures)
                failures->emplace_back(error.what());
        }
    }
    return sequences;
}

double latestEnd(const std::vector<RecordedSequence>& sequences)
{
    double end = 0.0;
    for (const RecordedSequence& one : sequences) {
        for (const Interval& interval :
             one.features ? one.features->intervals() : one.tiled->rows->intervals())
            end = std::max(end, interval.end);
    }
    return end;
}

namespace {

/// The features at hand, read as far as these columns need it.
std::shared_ptr<const FeatureLevels> readSequence(const RecordedSequence& sequence, double step,
                                                  std::size_t count, const RunContext& run)
{
    if (sequence.features)
        return sequence.features;
    auto tiled = std::make_shared<TiledFeatures>(*sequence.tiled);
    const std::vector<TileKey> missing = tiled->missing(tiled->columns(0.0, step, count));
    for (std::size_t i = 0; i < missing.size(); ++i) {
        run.tick(0, 1);
        tiled->insert(missing[i], sequence.tiled->read(missing[i], run));
    }
    return tiled;
}

}

FrameFeatures framesOf(const std::vector<RecordedSequence>& sequences,
                       const std::vector<std::pair<std::string, std::size_t>>& wanted, double end,
                       const RunContext& run)
{
    std::size_t width = 0;
    for (const auto& [key, columns] : wanted)
        width += std::min(columns, kMostColumns);
    const auto count = static_cast<std::size_t>(std::max(0.0, std::ceil(end * kCompletionRate)));
    FrameFeatures frames{kCompletionRate, FeatureMatrix(count, width)};
    std::ranges::fill(frames.rows.values, std::numeric_limits<float>::quiet_NaN());
    std::size_t first = 0;
    std::vector<float> values(count);
    for (const auto& [key, columns] : wanted) {
        const std::size_t place = first, kept = std::min(columns, kMostColumns);
        first += kept;
        const auto found
            = std::ranges::find_if(sequences, [&](const RecordedSequence& one) { return one.key == key; });
        if (found == sequences.end() || found->columns != columns || count == 0)
            continue;
        const auto features = readSequence(*found, 1.0 / kCompletionRate, count, run);
        const auto at = features->columns(0.0, 1.0 / kCompletionRate, count);
        for (std::size_t d = 0; d < columns; ++d) {
            features->read(d, at, values);
            const DimensionRange& usual = features->ranges(d).usual;
            const float middle = kept < columns ? (usual.low + usual.high) / 2 : 0.0F;
            const float unit = kept < columns && !usual.constant() ? usual.high - usual.low : 1.0F;
            const float sign = (d / kMostColumns) % 2 == 0 ? 1.0F : -1.0F;
            for (std::size_t t = 0; t < count; ++t) {
                if (!std::isfinite(values[t]))
                    continue;
                float& sum = frames.rows.at(t, place + d % kMostColumns);
                sum = (std::isfinite(sum) ? sum : 0.0F) + sign * (values[t] - middle) / unit;
            }
        }
        run.tick(0, 1);
    }
    return frames;
}

}
