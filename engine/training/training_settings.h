#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <vector>

namespace engine {

/// How a model learns; in brackets the names in JSON.
struct TrainingSettings {
    std::int64_t epochs = 100; ///< (epochs) at most
    std::int64_t patience = 20; ///< (patience) epochs without a better validation loss before it stops
    std::int64_t batch = 32; ///< (batch) segments per step; a last batch of one joins the one before it
    double learningRate = 1e-3; ///< (lr) of Adam
    double factorLearningRate
        = 1e-3; ///< (factor_lr) of the parameters for which FusionModel::isFactor(); `lr` if absent
    double weightDecay = 0.0; ///< (weight_decay) added to the gradient
    double clipNorm = 1.0; ///< (clip) upper bound of the gradient's norm
    std::uint64_t seed = 1; ///< (seed) of initial weights, order of segments and dropout
    std::vector<double>
        labelWeights; ///< (label_weights) how much the error of each label counts; empty: all the same

    friend bool operator==(const TrainingSettings&, const TrainingSettings&) = default;
};

nlohmann::json toJson(const TrainingSettings& settings);

/// @throws FormatError (code `bad_config`) for an unknown field or a value out of range.
TrainingSettings trainingSettingsFromJson(const nlohmann::json& json);

}
