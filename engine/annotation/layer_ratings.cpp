#include "engine/annotation/layer_ratings.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

struct Unit {
    const Segment* segment;
    std::string video;
};

std::vector<Unit> judgedUnits(const Annotation& annotation, const std::string& of,
                              const std::vector<Layer>& layers)
{
    std::vector<Unit> units;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (tier.name != of)
            continue;
        for (const IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
            const bool isJudged = std::ranges::any_of(layers, [&](const Layer& layer) {
                return judgement(annotation, entry.id, layer.name) != nullptr;
            });
            if (isJudged)
                units.push_back({annotation.segment(entry.id), tier.video});
        }
    }
    std::ranges::sort(units, {}, [](const Unit& unit) {
        return std::tuple(unit.video, unit.segment->start.ticks, unit.segment->id);
    });
    return units;
}

/// The labels of all tiers of this name, each once.
std::vector<LabelScheme> labelsOf(const Annotation& annotation, const std::string& of)
{
    std::vector<LabelScheme> labels;
    for (const auto& [id, tier] : annotation.tiers()) {
        for (const LabelScheme& label : tier.labels) {
            if (tier.name == of && std::ranges::find(labels, label.name, &LabelScheme::name) == labels.end())
                labels.push_back(label);
        }
    }
    return labels;
}

std::optional<double> valueOf(const Segment& judged, const LabelScheme& label)
{
    const auto given = judged.values.find(label.name);
    if (given == judged.values.end())
        return std::nullopt;
    if (const double* number = std::get_if<double>(&given->second.value))
        return *number;
    const auto* vocabulary = std::get_if<Vocabulary>(&label.scale);
    if (!vocabulary)
        return std::nullopt;
    const auto term
        = std::ranges::find(vocabulary->terms, std::get<std::string>(given->second.value), &Term::name);
    return term == vocabulary->terms.end()
        ? std::nullopt
        : std::optional(static_cast<double>(term - vocabulary->terms.begin()));
}

}

RatingTables layerRatings(const Annotation& annotation, const std::string& of,
                          const std::function<bool(const Layer&)>& chosen,
                          const std::function<std::string(const Layer&)>& raterOf)
{
    std::vector<Layer> layers = layersOf(annotation, of);
    std::erase_if(layers, [&](const Layer& layer) { return !chosen(layer); });
    const std::vector<Unit> units = judgedUnits(annotation, of, layers);
    std::vector<std::string> names;
    std::vector<std::string> videos;
    for (const Unit& unit : units) {
        names.push_back(fmt::format("{} {:.3f}–{:.3f}", unit.video, unit.segment->start.seconds(),
                                    unit.segment->end.seconds()));
        videos.push_back(unit.video);
    }
    std::vector<std::string> raters;
    raters.reserve(layers.size());
    for (const Layer& layer : layers)
        raters.push_back(raterOf(layer));
    RatingTables ratings;
    for (const LabelScheme& label : labelsOf(annotation, of)) {
        if (std::holds_alternative<FreeText>(label.scale))
            continue;
        RatingTable table(label.name, names, raters, videos);
        bool isEmpty = true;
        for (std::size_t unit = 0; unit < units.size(); ++unit) {
            for (std::size_t rater = 0; rater < layers.size(); ++rater) {
                const Segment* judged = judgement(annotation, units[unit].segment->id, layers[rater].name);
                const auto value = judged ? valueOf(*judged, label) : std::nullopt;
                table.setValue(unit, rater, value);
                isEmpty = isEmpty && !value;
            }
        }
        if (const auto* vocabulary = std::get_if<Vocabulary>(&label.scale)) {
            std::vector<std::string> terms;
            for (const Term& term : vocabulary->terms)
                terms.push_back(term.name);
            table.setCategories(std::move(terms));
        }
        if (!isEmpty)
            ratings.tables.push_back(std::move(table));
    }
    return ratings;
}

std::vector<SegmentId> ratedSegments(const Annotation& annotation, const std::string& of,
                                     const std::function<bool(const Layer&)>& chosen)
{
    std::vector<Layer> layers = layersOf(annotation, of);
    std::erase_if(layers, [&](const Layer& layer) { return !chosen(layer); });
    std::vector<SegmentId> segments;
    for (const Unit& unit : judgedUnits(annotation, of, layers))
        segments.push_back(unit.segment->id);
    return segments;
}

}
