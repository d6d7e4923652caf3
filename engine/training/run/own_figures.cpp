#include "engine/training/run/own_figures.h"

#include "engine/models/serving/model_file.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/run/segment_tensors.h"

namespace engine {

std::vector<Metric> ownFigures(TrainedModel& trained, const FoldData& fold, bool isUtteranceLevel)
{
    auto* const staged = dynamic_cast<StagedModel*>(trained.model.get());
    if (!staged || fold.size() == 0)
        return {};
    FoldData seen = shaped(fold, isUtteranceLevel, trained.card.input.options);
    seen.labels = FeatureMatrix(seen.size(), 0);
    trained.model->eval();
    const torch::NoGradGuard noGradient;
    const SegmentTensors segments = prepareFor(*trained.model, seen, trained.card, trained.card.modalities);
    std::vector<Metric> metrics;
    for (const ModelFigure& figure : staged->figures(segments.each()))
        metrics.push_back({figure.name, figure.value});
    return metrics;
}

}
