#include "engine/training/run/fusion_layer.h"

#include "engine/core/error.h"
#include "engine/models/explain/fusion_activations.h"
#include "engine/models/serving/output_scores.h"
#include "engine/training/run/segment_tensors.h"

#include <algorithm>

namespace engine {

namespace {

std::vector<double> numbersOf(const torch::Tensor& tensor)
{
    const torch::Tensor whole = tensor.detach().to(torch::kFloat64).contiguous();
    return {whole.data_ptr<double>(), whole.data_ptr<double>() + whole.numel()};
}

void appendNumbers(std::vector<double>& all, const std::vector<double>& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

}

FusionLayer fusionLayerOf(const Scorer& scorer, std::size_t segments, const Scorer::ReadSegments& read,
                          std::size_t output, std::size_t together, const RunContext& run)
{
    const TrainedModel& trained = scorer.trained();
    trained.model->eval();
    FusionLayer layer;
    for (std::size_t first = 0; first < segments; first += together) {
        run.tick(first, segments);
        const FoldData fold = read(first, std::min(segments, first + together));
        const SegmentTensors tensors = unlabelledTensors(trained, fold, /*isUtteranceLevel=*/false);
        const ModalityBatch batch = tensors.range(0, tensors.size());
        const auto fused = fusionActivations(trained, batch, output);
        if (!fused || (first > 0 && fused->layer != layer.name))
            throw FormatError("no_fusion_layer", trained.card.name,
                              "has no layer whose values add up to its prediction: there is nothing to code");
        layer.name = fused->layer;
        layer.values.width = static_cast<std::size_t>(fused->values.size(1));
        layer.readout = numbersOf(fused->readout);
        appendNumbers(layer.values.values, numbersOf(fused->values));
        const torch::NoGradGuard noGradient;
        const torch::Tensor scores = scoresOf(trained.model->forward(batch).prediction, trained.card);
        appendNumbers(layer.predictions, numbersOf(scores.select(1, static_cast<std::int64_t>(output))));
        layer.ids.insert(layer.ids.end(), fold.ids.begin(), fold.ids.end());
    }
    return layer;
}

}
