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

/// Whether there was a test when the model was trained, by the scores of its card. True where it has none.
bool hadTest(const nlohmann::json& scores);

/// The sentence about a model without.
QString noTest();

/// How good the model is by its own card, in a sentence; empty when the card has no scores. Where there was
/// no test, it says so.
QString scoreSentence(const engine::ModelInfo& info);

}
