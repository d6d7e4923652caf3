#pragma once

#include "engine/model_files/model_card.h"
#include "engine/worker/messages.h"
#include "widgets/predict/predict_panel.h"

#include <QStringList>

namespace app {

/// The card of a loaded model; absent: it is not legible, which loading it has said.
std::optional<engine::ModelCard> modelCardOf(const engine::ModelInfo& model);

/// The names and scales of a loaded model's outputs, from its card.
std::vector<widgets::PredictPanel::Output> modelOutputs(const engine::ModelInfo& model);

/// Whether the outputs are several of one kind, each from not at all to very much, such as emotions: then the
/// strongest of them is what a person wants to know first.
bool areStrengths(const std::vector<widgets::PredictPanel::Output>& outputs);
/// The output that stands at the head of an answer: the strongest where they are strengths, else the first.
std::size_t headlineOf(const std::vector<widgets::PredictPanel::Output>& outputs,
                       const std::vector<float>& values);

/// Which modalities the model learnt from.
engine::EnabledModalities learntModalities(const engine::ModelInfo& model);

/// A segment's labels in the order of the outputs; NaN where the dataset has no such label.
/// @param names  of the dataset's labels, one per value
std::vector<double> labelsOfOutputs(const std::vector<widgets::PredictPanel::Output>& outputs,
                                    const QStringList& names, const std::vector<double>& values);

}
