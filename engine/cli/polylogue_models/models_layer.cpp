#include "engine/cli/polylogue_models/models_layer.h"

#include "engine/cli/polylogue_models/models_folds.h"
#include "engine/cli/polylogue_models/models_outputs.h"
#include "engine/core/segment_id.h"
#include "engine/sequences/csd_writer.h"
#include "engine/training/run/fusion_layer.h"
#include "engine/training/run/told_segments.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace engine {

namespace {

constexpr std::size_t kLayerTogether = 64;

Metadata layerMetadata(const LayerOptions& options, const FusionLayer& layer, const ModelCard& card)
{
    std::vector<std::string> names;
    for (std::size_t column = 0; column < layer.values.width; ++column)
        names.push_back("unit_" + std::to_string(column));
    return {{"root name", "fusion_layer"},
            {"computational sequence description",
             "What the layer " + layer.name + " of a model is given for each segment"},
            {"dimension names", names},
            {"provenance",
             {{"model", options.model.string()},
              {"model name", card.name},
              {"layer", layer.name},
              {"dataset", options.dataset.string()},
              {"version", POLYLOGUE_VERSION}}}};
}

ComputationalSequence sequenceOf(const FusionLayer& layer, const ToldSegments& told)
{
    std::map<std::string, std::vector<std::size_t>> videos;
    for (std::size_t place = 0; place < told.size(); ++place) {
        const std::string& id = told.segment(place).segment.id;
        videos[entryOfSegment(id)].push_back(place);
    }
    ComputationalSequence sequence;
    for (auto& [video, places] : videos) {
        std::ranges::stable_sort(
            places, {}, [&](std::size_t place) { return told.segment(place).segment.interval.start; });
        std::vector<Interval> intervals;
        std::vector<float> values;
        for (const std::size_t place : places) {
            intervals.push_back(told.segment(place).segment.interval);
            for (const double value : layer.values.row(place))
                values.push_back(static_cast<float>(value));
        }
        const std::size_t rows = intervals.size();
        sequence.put(video,
                     {{ElementType::Float64, std::move(intervals)},
                      {ElementType::Float32, {rows, layer.values.width}, std::move(values)}});
    }
    return sequence;
}

}

void writeFusionLayer(const LayerOptions& options)
{
    const Scorer scorer(options.model);
    refuseMedia(scorer.card(), options.model);
    const std::size_t output = outputOf(scorer.card(), options.output);
    const ToldSegments told(scorer, probedList(options.dataset, scorer), options.dataset, kLayerTogether);
    const FusionLayer layer = fusionLayerOf(
        scorer, told.size(),
        [&](std::size_t first, std::size_t last) { return told.part(first, last, "all"); }, output,
        kLayerTogether, progressOnStderr(options.progress));
    ComputationalSequence sequence = sequenceOf(layer, told);
    sequence.setMetadata(layerMetadata(options, layer, scorer.card()));
    writeCsd(sequence, options.out);
}

}
