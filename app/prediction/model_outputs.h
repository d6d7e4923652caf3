#pragma once

#include "engine/model_files/model_card.h"
#include "engine/worker/messages.h"
#include "widgets/predict/predict_panel.h"

#include <QStringList>

namespace app {

/// What a loaded model answers with: names and scales of its outputs, by its card.
std::vector<widgets::PredictPanel::Output> modelOutputs(const engine::ModelInfo& model);

/// Which modalities the model learnt from.
engine::EnabledModalities learntModalities(const engine::ModelInfo& model);

/// The dataset's label that an output is of; absent where there is none of its name.
/// @param names  of the labels, one per column
std::optional<std::size_t> labelColumn(const widgets::PredictPanel::Output& output, const QStringList& names);

/// A segment's labels in the order of the outputs; NaN where the dataset has no such label.
/// @param names  of the dataset's labels, one per value
std::vector<double> labelsOfOutputs(const std::vector<widgets::PredictPanel::Output>& outputs,
                                    const QStringList& names, const std::vector<double>& values);

}
