#include "app/suspects/project_label.h"

#include "app/document/tier_views.h"
#include "engine/agreement/commonest.h"
#include "engine/annotation/layers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace app {

namespace {

/// The class of a segment by its place among all, as people said.
class ClassReader {
public:
    ClassReader(const engine::Annotation& annotation, std::string label,
                const std::vector<std::string>& classes)
        : m_annotation(annotation)
        , m_label(std::move(label))
        , m_layers(engine::layersOf(annotation, kLabelsTier))
    {
        for (std::size_t place = 0; place < classes.size(); ++place)
            m_places.emplace(classes[place], static_cast<double>(place));
    }

    std::optional<double> classOf(engine::SegmentId id) const
    {
        std::optional<double> settled;
        std::vector<double> votes;
        for (const engine::Layer& layer : m_layers) {
            const engine::Segment* judged = engine::judgement(m_annotation, id, layer.name);
            const auto given = judged ? placeGiven(*judged) : std::nullopt;
            if (given && layer.isSettled)
                settled = given;
            else if (given && engine::isFirstPass(layer))
                votes.push_back(*given);
        }
        if (settled)
            return settled;
        if (const auto own = placeGiven(*m_annotation.segment(id)))
            return own;
        const std::vector<double> commonest = engine::commonestOf(std::move(votes));
        return commonest.size() == 1 ? std::optional(commonest.front()) : std::nullopt;
    }

private:
    std::optional<double> placeGiven(const engine::Segment& segment) const
    {
        const std::string* term = engine::termGiven(segment, m_label);
        const auto place = term ? m_places.find(*term) : m_places.end();
        return place == m_places.end() ? std::nullopt : std::optional(place->second);
    }

    const engine::Annotation& m_annotation;
    std::string m_label;
    std::vector<engine::Layer> m_layers;
    std::map<std::string, double> m_places;
};

}

std::vector<engine::LabelRow> labelledRows(const std::vector<engine::ReviewUnit>& units)
{
    std::vector<engine::LabelRow> rows;
    for (const engine::ReviewUnit& unit : units) {
        engine::LabelRow row{unit.video, unit.span, unit.label ? unit.label : engine::humanValue(unit)};
        for (const engine::ReviewUnit::Vote& vote : unit.votes)
            row.votes[vote.annotator] = vote.value;
        if (row.value)
            rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<std::string> classesOfLabel(const engine::Annotation& annotation)
{
    std::vector<std::string> classes;
    for (const auto& [video, tier] : engine::tiersCalled(annotation, kLabelsTier)) {
        if (tier->labels.empty())
            continue;
        const auto* vocabulary = std::get_if<engine::Vocabulary>(&tier->labels.front().scale);
        if (!vocabulary)
            continue;
        for (const engine::Term& term : vocabulary->terms) {
            if (std::ranges::find(classes, term.name) == classes.end())
                classes.push_back(term.name);
        }
    }
    return classes;
}

std::vector<engine::LabelRow> classRows(const engine::Annotation& annotation, const std::string& label,
                                        const std::vector<std::string>& classes)
{
    const ClassReader reader(annotation, label, classes);
    std::vector<engine::LabelRow> rows;
    for (const auto& [video, tier] : engine::tiersCalled(annotation, kLabelsTier)) {
        for (const engine::IntervalIndex::Entry& entry : annotation.byTime(tier->id).all()) {
            const engine::Segment& segment = *annotation.segment(entry.id);
            if (const auto own = reader.classOf(entry.id))
                rows.push_back({video, {segment.start.seconds(), segment.end.seconds()}, own});
        }
    }
    return rows;
}

}
