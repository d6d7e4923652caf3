#include "app/completion/completion_input.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

std::vector<RecordedSequence> recordedSequences(const VideoData& video)
{
    std::vector<RecordedSequence> sequences;
    for (const FeatureSeries& series : video.features) {
        RecordedSequence one{series.key.toStdString(), nullptr, std::nullopt, 0};
        if (series.tiled) {
            one.tiled = series.tiled->source();
            one.columns = series.tiled->dimensions();
        } else if (series.features) {
            one.features = series.features;
            one.columns = series.features->dimensions();
        }
        if (one.columns > 0)
            sequences.push_back(std::move(one));
    }
    return sequences;
}

namespace {

/// The features at hand, read as far as these columns need it.
std::shared_ptr<const engine::FeatureLevels> readSequence(const RecordedSequence& sequence, double step,
                                                          std::size_t count, const engine::RunContext& run)
{
    if (sequence.features)
        return sequence.features;
    auto tiled = std::make_shared<engine::TiledFeatures>(*sequence.tiled);
    const std::vector<engine::TileKey> missing = tiled->missing(tiled->columns(0.0, step, count));
    for (std::size_t i = 0; i < missing.size(); ++i) {
        run.tick(0, 1);
        tiled->insert(missing[i], sequence.tiled->read(missing[i], run));
    }
    return tiled;
}

}

engine::FrameFeatures framesOf(const std::vector<RecordedSequence>& sequences,
                               const std::vector<std::pair<std::string, std::size_t>>& wanted, double end,
                               const engine::RunContext& run)
{
    std::size_t width = 0;
    for (const auto& [key, columns] : wanted)
        width += std::min(columns, kMostColumns);
    const auto count = static_cast<std::size_t>(std::max(0.0, std::ceil(end * kCompletionRate)));
    engine::FrameFeatures frames{kCompletionRate, engine::FeatureMatrix(count, width)};
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
            const engine::DimensionRange& usual = features->ranges(d).usual;
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
