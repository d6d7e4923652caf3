#include "app/review/layer_ratings.h"

#include <QCoreApplication>

#include <algorithm>
#include <fmt/format.h>

namespace app {

namespace {

struct Unit {
    const engine::Segment* segment;
    std::string video;
};

std::vector<Unit> judgedUnits(const engine::Annotation& annotation, const std::string& of,
                              const std::vector<engine::Layer>& layers)
{
    std::vector<Unit> units;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (tier.name != of)
            continue;
        for (const engine::IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
            const bool isJudged = std::ranges::any_of(layers, [&](const engine::Layer& layer) {
                return engine::judgement(annotation, entry.id, layer.name) != nullptr;
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
std::vector<engine::LabelScheme> labelsOf(const engine::Annotation& annotation, const std::string& of)
{
    std::vector<engine::LabelScheme> labels;
    for (const auto& [id, tier] : annotation.tiers()) {
        for (const engine::LabelScheme& label : tier.labels) {
            if (tier.name == of
                && std::ranges::find(labels, label.name, &engine::LabelScheme::name) == labels.end())
                labels.push_back(label);
        }
    }
    return labels;
}

std::optional<double> valueOf(const engine::Segment& judged, const engine::LabelScheme& label)
{
    const auto given = judged.values.find(label.name);
    if (given == judged.values.end())
        return std::nullopt;
    if (const double* number = std::get_if<double>(&given->second.value))
        return *number;
    const auto* vocabulary = std::get_if<engine::Vocabulary>(&label.scale);
    if (!vocabulary)
        return std::nullopt;
    const auto term = std::ranges::find(vocabulary->terms, std::get<std::string>(given->second.value),
                                        &engine::Term::name);
    return term == vocabulary->terms.end()
        ? std::nullopt
        : std::optional(static_cast<double>(term - vocabulary->terms.begin()));
}

}

bool isFirstPass(const engine::Layer& layer)
{
    return !layer.isSettled && layer.pass == 1 && layer.presentation == engine::Presentation::All;
}

std::string raterOf(const engine::Layer& layer)
{
    QString rater = layer.isSettled ? QCoreApplication::translate("app::Review", "settled")
                                    : QString::fromStdString(layer.annotator);
    if (layer.pass > 1)
        rater = QCoreApplication::translate("app::Review", "%1, pass %2").arg(rater).arg(layer.pass);
    switch (layer.presentation) {
    case engine::Presentation::TextOnly:
        rater = QCoreApplication::translate("app::Review", "%1, text only").arg(rater);
        break;
    case engine::Presentation::SoundOnly:
        rater = QCoreApplication::translate("app::Review", "%1, sound only").arg(rater);
        break;
    case engine::Presentation::SilentVideo:
        rater = QCoreApplication::translate("app::Review", "%1, silent video").arg(rater);
        break;
    case engine::Presentation::All:
        break;
    }
    return rater.toStdString();
}

engine::RatingTables layerRatings(const engine::Annotation& annotation, const std::string& of,
                                  const std::function<bool(const engine::Layer&)>& chosen)
{
    std::vector<engine::Layer> layers = engine::layersOf(annotation, of);
    std::erase_if(layers, [&](const engine::Layer& layer) { return !chosen(layer); });
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
    for (const engine::Layer& layer : layers)
        raters.push_back(raterOf(layer));
    engine::RatingTables ratings;
    for (const engine::LabelScheme& label : labelsOf(annotation, of)) {
        if (std::holds_alternative<engine::FreeText>(label.scale))
            continue;
        engine::RatingTable table(label.name, names, raters, videos);
        bool isEmpty = true;
        for (std::size_t unit = 0; unit < units.size(); ++unit) {
            for (std::size_t rater = 0; rater < layers.size(); ++rater) {
                const engine::Segment* judged
                    = engine::judgement(annotation, units[unit].segment->id, layers[rater].name);
                const auto value = judged ? valueOf(*judged, label) : std::nullopt;
                table.setValue(unit, rater, value);
                isEmpty = isEmpty && !value;
            }
        }
        if (const auto* vocabulary = std::get_if<engine::Vocabulary>(&label.scale)) {
            std::vector<std::string> terms;
            for (const engine::Term& term : vocabulary->terms)
                terms.push_back(term.name);
            table.setCategories(std::move(terms));
        }
        if (!isEmpty)
            ratings.tables.push_back(std::move(table));
    }
    return ratings;
}

}
