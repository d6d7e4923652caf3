#pragma once

#include <QString>

#include <nlohmann/json.hpp>
#include <string>

namespace engine {
struct ModelInfo;

}

namespace app {

/// Whether a model with all its modalities beats a constant answer on the fold that was held out, by the
/// scores of its card: r of at least 0.1 where r is told at all, and more segments on the right side of 0
/// than the larger side has. True where the card has no such scores: nothing is known against the model.
/// @param label  `sentiment`
bool beatsConstant(const nlohmann::json& scores, const std::string& label);

/// The sentence about a model that does not.
QString noBetterThanConstant();

/// How good the model is by its own card, in a sentence; empty when the card has no such scores.
QString scoreSentence(const engine::ModelInfo& info);

}
