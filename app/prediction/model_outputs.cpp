#include "app/prediction/model_outputs.h"

#include "app/document/label_column.h"
#include "engine/annotation/label_sets.h"
#include "engine/core/error.h"

#include <algorithm>
#include <limits>

namespace app {

std::optional<engine::ModelCard> modelCardOf(const engine::ModelInfo& model)
{
    try {
        return engine::modelCardFromJson(model.card, model.name);
    } catch (const engine::Error&) {
        return std::nullopt;
    }
}

std::vector<widgets::PredictPanel::Output> modelOutputs(const engine::ModelInfo& model)
{
    const std::optional<engine::ModelCard> card = modelCardOf(model);
    std::vector<widgets::PredictPanel::Output> outputs;
    for (std::size_t i = 0; i < model.labels.size(); ++i) {
        widgets::PredictPanel::Output output{QString::fromStdString(model.labels[i]), 0.0, 1.0};
        if (card && i < card->labels.size() && card->labels[i].low < card->labels[i].high) {
            output.low = static_cast<double>(card->labels[i].low);
            output.high = static_cast<double>(card->labels[i].high);
        }
        output.isPresence = card && card->task == "binary";
        outputs.push_back(output);
    }
    return outputs;
}

bool areStrengths(const std::vector<widgets::PredictPanel::Output>& outputs)
{
    return outputs.size() > 1 && std::ranges::all_of(outputs, [&](const auto& output) {
               return output.low == 0.0 && output.high == outputs.front().high
                   && output.name != QLatin1String(engine::kSentimentLabel);
           });
}

std::size_t headlineOf(const std::vector<widgets::PredictPanel::Output>& outputs,
                       const std::vector<float>& values)
{
    if (!areStrengths(outputs) || values.size() != outputs.size())
        return 0;
    return static_cast<std::size_t>(std::ranges::max_element(values) - values.begin());
}

engine::EnabledModalities learntModalities(const engine::ModelInfo& model)
{
    const std::optional<engine::ModelCard> card = modelCardOf(model);
    return card ? card->modalities : engine::EnabledModalities{true, true, true};
}

std::vector<double> labelsOfOutputs(const std::vector<widgets::PredictPanel::Output>& outputs,
                                    const QStringList& names, const std::vector<double>& values)
{
    std::vector<double> labels;
    for (const widgets::PredictPanel::Output& output : outputs) {
        const auto column = labelColumn(output.name, names);
        labels.push_back(column && *column < values.size() ? output.labelled(values[*column])
                                                           : std::numeric_limits<double>::quiet_NaN());
    }
    return labels;
}

}
