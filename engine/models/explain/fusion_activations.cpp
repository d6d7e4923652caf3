#include "engine/models/explain/fusion_activations.h"

#include <cmath>
#include <utility>
#include <vector>

namespace engine {

namespace {

constexpr double kAffineTolerance = 1e-4; ///< of the prediction's size, at least of 1

/// Weights, and the bias that is registered behind them.
struct LastLayer {
    std::string name;
    torch::Tensor weights;
    torch::Tensor bias; ///< undefined: there is none
};

std::vector<LastLayer> layersOf(const FusionModel& model)
{
    std::vector<LastLayer> layers;
    const auto parameters = model.named_parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (parameters[i].value().dim() != 2)
            continue;
        const bool hasBias = i + 1 < parameters.size() && parameters[i + 1].key().ends_with("bias");
        layers.push_back({parameters[i].key(), parameters[i].value(),
                          hasBias ? parameters[i + 1].value() : torch::Tensor()});
    }
    return layers;
}

/// ∂y/∂x; zeros where y does not depend on it.
torch::Tensor gradientOf(const torch::Tensor& y, const torch::Tensor& x)
{
    const auto found = torch::autograd::grad({y}, {x}, {}, /*retain_graph=*/true, /*create_graph=*/false,
                                             /*allow_unused=*/true);
    return found[0].defined() ? found[0] : torch::zeros_like(x);
}

bool isAffineIn(const torch::Tensor& y, const LastLayer& layer)
{
    const torch::Tensor gradient = gradientOf(y, layer.weights);
    if (gradient.abs().max().item<double>() == 0.0)
        return false;
    torch::Tensor sum = (layer.weights * gradient).sum();
    if (layer.bias.defined())
        sum = sum + (layer.bias * gradientOf(y, layer.bias)).sum();
    const double wanted = y.item<double>();
    return std::abs(sum.item<double>() - wanted) <= kAffineTolerance * std::max(1.0, std::abs(wanted));
}

/// Of a layer with a row per output only the row of this output is not 0.
/// @param rows  its weights, or the prediction's gradient by them
torch::Tensor ofOutput(const torch::Tensor& rows, std::int64_t output, std::int64_t outputs)
{
    return (rows.size(0) == outputs ? rows[output] : rows).flatten().to(torch::kFloat64);
}

}

std::optional<FusionActivations> fusionActivations(const TrainedModel& trained, const ModalityBatch& segments,
                                                   std::size_t output)
{
    trained.model->eval();
    const torch::AutoGradMode gradients(true);
    for (torch::Tensor& parameter : trained.model->parameters())
        parameter.requires_grad_(true);
    const auto place = static_cast<std::int64_t>(output);
    std::optional<LastLayer> layer;
    std::vector<torch::Tensor> values;
    torch::Tensor readout;
    const std::int64_t count = segments.lengths.size(0);
    const std::int64_t together = rowsTogether(segments.text.size(1));
    for (std::int64_t first = 0; first < count; first += together) {
        const std::int64_t last = std::min(count, first + together);
        const torch::Tensor predictions
            = trained.model->forward(rowsOf(segments, torch::arange(first, last, torch::kInt64))).prediction;
        if (!layer) {
            std::vector<LastLayer> layers = layersOf(*trained.model);
            while (!layers.empty() && !isAffineIn(predictions[0][place], layers.back()))
                layers.pop_back();
            if (layers.empty())
                return std::nullopt;
            layer = layers.back();
            readout = ofOutput(layer->weights.detach(), place, predictions.size(1));
        }
        for (std::int64_t row = 0; row < last - first; ++row)
            values.push_back(
                ofOutput(gradientOf(predictions[row][place], layer->weights), place, predictions.size(1)));
    }
    return FusionActivations{torch::stack(values), readout, layer->name};
}

}
