#include "app/learning/learning_data.h"

#include "app/project/places_by_start.h"
#include "engine/annotation/layers.h"
#include "engine/core/segment_id.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace app {

namespace {

const engine::LabelScheme* firstNumber(const engine::Tier* tier)
{
    return tier && tier->firstScale() ? &tier->labels.front() : nullptr;
}

}

LearningData learningData(const engine::Annotation& annotation, const engine::ReviewPass& pass)
{
    LearningData data;
    const auto tiers = engine::tiersCalled(annotation, pass.layer.of);
    for (const engine::ReviewPass::Place& place : pass.places) {
        const auto tier = tiers.find(place.video);
        const engine::Tier* judged = tier == tiers.end() ? nullptr : tier->second;
        engine::LabelRow segment{place.video, place.span, {}};
        if (const engine::LabelScheme* label = firstNumber(judged)) {
            data.label = label->name;
            const engine::SegmentId id = segmentAt(annotation, place, judged);
            const engine::Segment* answer
                = id == 0 ? nullptr : engine::judgement(annotation, id, pass.layer.name);
            if (answer && isPlaceDone(annotation, pass, place, judged))
                segment.value = engine::numberGiven(*answer, label->name);
        }
        data.segments.push_back(std::move(segment));
        data.isRepeat.push_back(place.isRepeat);
    }
    return data;
}

std::vector<engine::LabelRow> rowsToLearnFrom(const LearningData& data)
{
    std::vector<engine::LabelRow> rows;
    for (std::size_t place = 0; place < data.segments.size(); ++place) {
        if (!data.isRepeat[place])
            rows.push_back(data.segments[place]);
    }
    return rows;
}

std::vector<std::size_t> placesInOrder(const LearningData& data, const engine::LearningStep& step)
{
    std::map<std::string, std::vector<std::size_t>> videos;
    for (std::size_t place = 0; place < data.segments.size(); ++place) {
        if (!data.isRepeat[place])
            videos[data.segments[place].video].push_back(place);
    }
    std::vector<std::size_t> places;
    for (const engine::LearningStep::Next& next : step.next) {
        const auto video = videos.find(engine::entryOfSegment(next.id));
        if (video == videos.end())
            continue;
        const auto place = std::ranges::find_if(video->second, [&](std::size_t at) {
            return std::abs(data.segments[at].span.start - next.span.start) < PlacesByStart::kSameStart;
        });
        if (place != video->second.end())
            places.push_back(*place);
    }
    return places;
}

}
