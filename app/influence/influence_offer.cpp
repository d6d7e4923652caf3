#include "app/influence/influence_offer.h"

#include "engine/annotation/layer_names.h"
#include "engine/core/error.h"

#include <algorithm>
#include <map>
#include <set>

namespace app {

namespace {

/// Labels of numbers of a tier, each once.
std::vector<std::string> numberLabels(const engine::Annotation& annotation, const std::string& of)
{
    std::vector<std::string> labels;
    for (const auto& [video, tier] : engine::tiersCalled(annotation, of)) {
        for (const engine::LabelScheme& label : tier->labels) {
            if (std::holds_alternative<engine::NumberScale>(label.scale)
                && std::ranges::find(labels, label.name) == labels.end())
                labels.push_back(label.name);
        }
    }
    return labels;
}

/// The mean distances of units that were answered in both ways.
std::vector<widgets::InfluencePlot::Unit> distances(const engine::ExposedAnswers& answers)
{
    struct Sums {
        double hidden = 0.0, shown = 0.0;
        std::size_t hiddenCount = 0, shownCount = 0;
    };
    std::map<std::size_t, Sums> sums;
    for (const engine::ExposedAnswer& answer : answers.answers) {
        Sums& sum = sums[answer.unit];
        (answer.isVisible ? sum.shown : sum.hidden) += std::abs(answer.value - answer.prediction);
        ++(answer.isVisible ? sum.shownCount : sum.hiddenCount);
    }
    std::vector<widgets::InfluencePlot::Unit> units;
    for (const auto& [unit, sum] : sums) {
        if (sum.hiddenCount > 0 && sum.shownCount > 0)
            units.push_back({QString::fromStdString(answers.units[unit]),
                             sum.hidden / static_cast<double>(sum.hiddenCount),
                             sum.shown / static_cast<double>(sum.shownCount)});
    }
    return units;
}

void measure(MeasuredLabel& label, const engine::Annotation& annotation,
             const std::vector<engine::InfluenceQuestion>& questions, const engine::RunContext& run)
{
    const auto asked = std::ranges::find_if(questions, [&](const engine::InfluenceQuestion& question) {
        return question.of == label.tier && question.label == label.label
            && (!label.study || question.model == label.study->model);
    });
    if (asked == questions.end())
        return;
    label.question = *asked;
    const engine::ExposedAnswers answers = exposedAnswers(annotation, *asked);
    label.found = engine::influenceOf(answers.answers, {}, run);
    label.isRandomised = answers.isRandomised;
    label.units = distances(answers);
}

}

InfluenceOffer influenceOffer(const engine::Annotation& annotation, const engine::RunContext& run)
{
    InfluenceOffer offer;
    const std::vector<engine::InfluenceQuestion> questions = influenceQuestions(annotation);
    for (const std::string& tier : engine::judgeableTiers(annotation)) {
        run.tick(0, 1); // only to be stopped
        const auto study = influenceStudy(annotation, tier);
        for (const std::string& name : numberLabels(annotation, tier)) {
            MeasuredLabel label{tier, name, {}, {}, {}, false, {}};
            if (study && study->label == name)
                label.study = study;
            measure(label, annotation, questions, run);
            offer.labels.push_back(std::move(label));
        }
    }
    std::set<std::string> annotators;
    for (const engine::ReviewPass& pass : reviewPasses(annotation)) {
        if (!pass.layer.isSettled && !pass.layer.annotator.empty())
            annotators.insert(pass.layer.annotator);
    }
    for (const std::string& name : annotators)
        offer.annotators << QString::fromStdString(name);
    std::ranges::stable_sort(offer.labels, std::greater(),
                             [](const MeasuredLabel& label) { return label.study.has_value(); });
    return offer;
}

}
