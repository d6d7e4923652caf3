#include "engine/explain/explanation_sequence.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

std::vector<std::string> dimensionNames(const ExplainedDataset& dataset)
{
    std::vector<std::string> names;
    for (const ExplainedOutput& output : dataset.outputs) {
        const auto add = [&](const std::string& name) { names.push_back(output.name + "." + name); };
        for (const char* const name : {"label", "prediction", "f_none"})
            add(name);
        for (const Coalition coalition : readingOrder) {
            if (coalition != 0)
                add("m_" + lettersOf(coalition));
        }
        for (const Modality modality : allModalities)
            add("shapley_" + lettersOf(coalitionOf(modality)));
    }
    return names;
}

void appendRow(std::vector<float>& values, const ExplainedSegment& segment)
{
    const auto add = [&values](double value) { values.push_back(static_cast<float>(value)); };
    for (std::size_t output = 0; output < segment.values.size(); ++output) {
        const InteractionMap map = segment.map(output);
        add(segment.labels[output].value_or(std::numeric_limits<double>::quiet_NaN()));
        add(segment.prediction(output));
        for (const Coalition coalition : readingOrder)
            add(map.term(coalition)); // that of the empty set is the prediction with everything absent
        for (const Modality modality : allModalities)
            add(map.shapley(modality));
    }
}

Metadata metadataOf(const ExplainedDataset& dataset)
{
    const ExplainedDataset::Provenance& from = dataset.provenance;
    return {
        {"root name", "interaction_terms"},
        {"computational sequence description",
         "What a model does with words (t), sound (a) and face (v) of each segment: exact interaction terms"},
        {"dimension names", dimensionNames(dataset)},
        {"provenance",
         {{"model", from.model},
          {"model sha256", from.modelSha256},
          {"model name", from.modelName},
          {"absent", from.absent},
          {"dataset", from.dataset},
          {"dataset sha256", from.dataSha256},
          {"version", from.version}}}};
}

}

ComputationalSequence explanationSequence(const ExplainedDataset& dataset)
{
    std::map<std::string, std::vector<const ExplainedSegment*>> videos;
    for (const ExplainedSegment& segment : dataset.segments) {
        if (!(segment.span.length() > 0.0))
            throw ShapeError("no_times", segment.id + " has no times, which the rows of a sequence need.");
        videos[segment.video()].push_back(&segment);
    }
    const std::size_t columns = dimensionNames(dataset).size();
    ComputationalSequence sequence;
    sequence.setMetadata(metadataOf(dataset));
    for (auto& [video, segments] : videos) {
        std::ranges::stable_sort(segments, {},
                                 [](const ExplainedSegment* segment) { return segment->span.start; });
        std::vector<Interval> intervals;
        std::vector<float> values;
        for (const ExplainedSegment* const segment : segments) {
            intervals.push_back(segment->span);
            appendRow(values, *segment);
        }
        const std::size_t rows = intervals.size();
        sequence.put(video,
                     {{ElementType::Float64, std::move(intervals)},
                      {ElementType::Float32, {rows, columns}, std::move(values)}});
    }
    return sequence;
}

}
