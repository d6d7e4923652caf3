#include "app/learning/learning_data.h"

#include "engine/annotation/layers.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_writer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace app {

namespace {

constexpr double kSameStart = 0.05; // seconds by which the starts of one segment may differ

const engine::LabelScheme* firstNumber(const engine::Tier* tier)
{
    return tier && !tier->labels.empty()
            && std::holds_alternative<engine::NumberScale>(tier->labels.front().scale)
        ? &tier->labels.front()
        : nullptr;
}

}

LearningData learningData(const engine::Annotation& annotation, const ReviewPass& pass)
{
    LearningData data;
    const auto tiers = engine::tiersCalled(annotation, pass.layer.of);
    for (const ReviewPass::Place& place : pass.places) {
        const auto tier = tiers.find(place.video);
        const engine::Tier* judged = tier == tiers.end() ? nullptr : tier->second;
        LearningData::Segment segment{place.video, place.span, {}};
        if (const engine::LabelScheme* label = firstNumber(judged)) {
            data.label = label->name;
            const engine::SegmentId id = segmentAt(annotation, place, judged);
            const engine::Segment* answer
                = id == 0 ? nullptr : engine::judgement(annotation, id, pass.layer.name);
            if (answer && isPlaceDone(annotation, pass, place, judged))
                segment.value = engine::numberGiven(*answer, label->name);
        }
        data.segments.push_back(std::move(segment));
    }
    return data;
}

engine::DatasetList datasetToLearnFrom(const engine::DatasetList& dataset, const LearningData& data,
                                       const std::filesystem::path& folder)
{
    std::map<std::string, std::vector<const LearningData::Segment*>> videos;
    for (const LearningData::Segment& segment : data.segments)
        videos[segment.video].push_back(&segment);
    engine::ComputationalSequence labels;
    for (auto& [video, segments] : videos) {
        std::ranges::sort(segments, {}, [](const auto* segment) { return segment->span.start; });
        engine::Entry entry;
        std::vector<float> values;
        for (const LearningData::Segment* segment : segments) {
            entry.intervals.values.push_back({segment->span.start, segment->span.end});
            values.push_back(segment->value ? static_cast<float>(*segment->value)
                                            : std::numeric_limits<float>::quiet_NaN());
        }
        const std::size_t rows = values.size();
        entry.features = {engine::ElementType::Float32, {rows, 1}, std::move(values)};
        labels.put(video, std::move(entry));
    }
    labels.setMetadata({{"root name", kLabelsTier},
                        {"computational sequence description", "answers so far; NaN where there is none"},
                        {"dimension names", std::vector{data.label}},
                        {"creator", "Polylogue"}});
    const std::filesystem::path file = folder / "labels.csd";
    engine::writeCsd(labels, file);
    engine::DatasetList list = dataset;
    std::erase_if(list.sequences, [](const auto& sequence) { return sequence.name == kLabelsTier; });
    list.sequences.push_back({kLabelsTier, kLabelsTier, file, {}});
    return list;
}

std::vector<std::size_t> placesInOrder(const LearningData& data, const engine::LearningStep& step)
{
    std::map<std::string, std::vector<std::size_t>> videos;
    for (std::size_t place = 0; place < data.segments.size(); ++place)
        videos[data.segments[place].video].push_back(place);
    std::vector<std::size_t> places;
    for (const engine::LearningStep::Next& next : step.next) {
        const auto video = videos.find(next.id.substr(0, next.id.rfind('[')));
        if (video == videos.end())
            continue;
        const auto place = std::ranges::find_if(video->second, [&](std::size_t at) {
            return std::abs(data.segments[at].span.start - next.span.start) < kSameStart;
        });
        if (place != video->second.end())
            places.push_back(*place);
    }
    return places;
}

}
