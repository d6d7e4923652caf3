#pragma once

#include "engine/training/run/learning_rate.h"

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace engine {

struct OptimiserSettings;

/// How a model learns; in brackets the names in JSON.
struct TrainingSettings {
    std::int64_t epochs = 100; ///< (epochs) at most
    std::int64_t patience = 20; ///< (patience) epochs without a better validation loss before it stops
    std::int64_t batch = 32; ///< (batch) segments per step; a last batch of one joins the one before it
    double learningRate = 1e-3; ///< (lr) of Adam
    double factorLearningRate
        = 1e-3; ///< (factor_lr) of the parameters for which FusionModel::isFactor(); `lr` if absent
    double weightDecay = 0.0; ///< (weight_decay) added to the gradient
    double clipNorm = 1.0; ///< (clip) upper bound of the gradient's norm; 0: none
    std::uint64_t seed = 1; ///< (seed) of initial weights, order of segments and dropout
    std::vector<double>
        labelWeights; ///< (label_weights) how much the error of each label counts; empty: all the same
    /// (loss) `l1`, `mse`, `huber`, `bce`, `cross_entropy`; empty: as the task has it. Of models of
    /// conversations also `l1_turns` and `cross_entropy_turns`, by which cards tell it; `_hierarchical`
    /// behind says that each modality's prediction learns as well, as the model decides.
    std::string loss;
    std::vector<double> classWeights; ///< (class_weights) how much each class counts; empty: all the same
    std::vector<double>
        positiveWeights; ///< (pos_weight) how much the yes of each label counts; empty: as the no
    bool areClassesBalanced = false; ///< (class_weights: `balanced`) by how rare they are in training
    bool arePositivesBalanced = false; ///< (pos_weight: `balanced`) positives weigh as much as negatives
    double minDelta = 1e-4; ///< (min_delta) an improvement of less than this does not count
    std::string validation
        = "loss"; ///< (validation) what is watched: `loss`, `acc`, `f1`, or a figure by its name
    RateSchedule schedule; ///< (schedule)
    std::string optimiser = "adam"; ///< (optimiser: `adam`, `adamw`, `sgd`)
    double momentum = 0.0; ///< (momentum) of sgd
    /// (rates) learning rates of parameters by the beginnings of their names; the longest beginning counts.
    std::map<std::string, double> rates{};

    /// Whether a lower value of the watched figure is better, as for a loss and an error.
    bool watchesLess() const { return validation == "loss" || validation == "mae"; }

    friend bool operator==(const TrainingSettings&, const TrainingSettings&) = default;
};

nlohmann::json toJson(const TrainingSettings& settings);

/// The same for an optimiser.
OptimiserSettings optimiserSettings(const TrainingSettings& settings);

/// @throws FormatError (code `bad_config`) for an unknown field or a value out of range.
TrainingSettings trainingSettingsFromJson(const nlohmann::json& json);

}
