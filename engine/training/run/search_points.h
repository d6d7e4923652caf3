#pragma once

#include "engine/training/run/train_config.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine {

/// One of the runs that a configuration with lists stands for.
struct SearchPoint {
    nlohmann::json fields; ///< {"training.lr": 1e-3}: the values chosen from the lists
    RunConfig config; ///< complete, for one run
    std::size_t fold = 0; ///< counted from 1; 0: there are no folds

    std::uint64_t seed() const { return config.values.training.seed; }
    /// The fields on one line; `as configured` without fields.
    std::string name() const;
};

/// All runs of a configuration: each choice from the lists of `search` (with `random`, only that many of
/// them, drawn at random), on each of the `folds`, with each of the `seeds`; in this order, the last varying
/// fastest.
///
/// @param config  {…, "search": {"training.lr": [1e-3, 5e-4]}, "random": 10, "folds": [{"train": […], …}],
/// "seeds": [1, 2]}
/// @param source  the file, for the message.
/// @throws FormatError (code `bad_config`) naming the field.
std::vector<SearchPoint> searchPoints(const nlohmann::json& config,
                                      const std::string& source = "configuration");

/// The result of one point's run.
struct PointResult {
    SearchPoint point;
    nlohmann::json result; ///< as the run's result.json has it
};

/// For each choice of fields, mean and (sample) deviation of every figure over its folds and seeds. The
/// choice that is best on the validation segments comes first.
/// @return [{"fields": …, "runs": 5, "watched": {"mean", "deviation"}, "mae": {"mean": …, "deviation": …},
/// …}]
nlohmann::json summarised(const std::vector<PointResult>& results);

}
