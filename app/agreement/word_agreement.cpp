#include "app/agreement/word_agreement.h"

#include "app/agreement/rater_names.h"
#include "engine/annotation/layer_ratings.h"
#include "engine/annotation/word_sets.h"
#include "engine/open_words/set_agreement.h"

#include <algorithm>

namespace app {

std::vector<WordRatings> wordRatings(const engine::Annotation& annotation, const std::string& of,
                                     const std::function<bool(const engine::Layer&)>& chosen)
{
    std::vector<WordRatings> ratings;
    for (const auto& [video, tier] : engine::tiersCalled(annotation, of)) {
        for (const engine::LabelScheme& label : tier->labels) {
            if (engine::wordListOf(label)
                && std::ranges::find(ratings, label.name, &WordRatings::label) == ratings.end())
                ratings.push_back({label.name, {}, {}});
        }
    }
    if (ratings.empty())
        return ratings;
    std::vector<engine::Layer> layers = engine::layersOf(annotation, of);
    std::erase_if(layers, [&](const engine::Layer& layer) { return !chosen(layer); });
    for (const engine::SegmentId segment : engine::ratedSegments(annotation, of, chosen)) {
        for (WordRatings& label : ratings) {
            std::vector<engine::TermSet> answers;
            for (const engine::Layer& layer : layers) {
                const engine::Segment* judged = engine::judgement(annotation, segment, layer.name);
                const std::string* said = judged ? engine::termGiven(*judged, label.label) : nullptr;
                if (!said)
                    continue;
                answers.push_back(engine::comparedWords(*said));
                if (const std::string rater = raterOf(layer);
                    std::ranges::find(label.raters, rater) == label.raters.end())
                    label.raters.push_back(rater);
            }
            if (!answers.empty())
                label.units.push_back(std::move(answers));
        }
    }
    std::erase_if(ratings, [](const WordRatings& label) { return label.units.empty(); });
    return ratings;
}

engine::AgreementReport wordReport(const WordRatings& ratings)
{
    engine::AgreementReport report;
    report.label = ratings.label;
    report.raters = ratings.raters;
    for (const engine::SetDistance distance : {engine::SetDistance::Masi, engine::SetDistance::Jaccard})
        report.statistics.push_back(engine::setAlpha(ratings.units, distance).statistic);
    return report;
}

}
