#include "app/review/other_judgements.h"

#include "app/agreement/rater_names.h"
#include "app/document/document.h"
#include "app/models_client/model_source.h"
#include "app/models_client/models_client.h"
#include "app/prediction/live_prediction.h"

#include <QCoreApplication>

#include <algorithm>

namespace app {

namespace {

/// The context of the texts below.
struct ReviewTexts {
    Q_DECLARE_TR_FUNCTIONS(app::Review)
};

}

std::vector<OtherJudgement> otherJudgements(const Document& document, const ModelsClient& modelsClient,
                                            const LivePrediction& prediction, engine::SegmentId judged,
                                            const engine::Layer& own)
{
    std::vector<OtherJudgement> others;
    const engine::Annotation& annotation = document.annotation();
    const engine::Segment& shown = *annotation.segment(judged);
    if (!shown.values.empty()) {
        const std::string& who = shown.values.begin()->second.by.annotator;
        others.push_back({who.empty() ? ReviewTexts::tr("label") : QString::fromStdString(who), false, who,
                          shown.values, shown.confidence, QString::fromStdString(shown.comment),
                          shown.flagged});
    }
    for (const engine::Layer& layer : engine::layersOf(annotation, own.of)) {
        const engine::Segment* judgement = engine::judgement(annotation, judged, layer.name);
        const bool isOwn = layer.name == own.name
            || (own.purpose == engine::LayerPurpose::Repeat && layer.annotator == own.annotator);
        if (!judgement || isOwn || layer.purpose != engine::LayerPurpose::Judging)
            continue;
        others.push_back({QString::fromStdString(raterOf(layer)), false, raterOf(layer), judgement->values,
                          judgement->confidence, QString::fromStdString(judgement->comment),
                          judgement->flagged});
    }
    const auto row = prediction.segmentAt((shown.start.seconds() + shown.end.seconds()) / 2);
    const LivePrediction::Answer* answer = row ? prediction.answer(*row) : nullptr;
    const auto& model = modelsClient.model();
    const engine::Tier* tier = annotation.tier(shown.tier);
    const bool isAbout = model && tier && std::ranges::any_of(model->labels, [&](const std::string& label) {
                             return tier->label(label) != nullptr;
                         });
    if (answer && isAbout) {
        OtherJudgement other{
            QString::fromStdString(model->name), true, modelSource(*model), {}, {}, {}, false};
        for (std::size_t i = 0; i < answer->prediction.values.size() && i < model->labels.size(); ++i)
            other.values[model->labels[i]] = {static_cast<double>(answer->prediction.values[i]), {}};
        others.push_back(std::move(other));
    }
    return others;
}

}
