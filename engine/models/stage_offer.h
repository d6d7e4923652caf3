#pragma once

#include <string>
#include <vector>

namespace engine {

/// A stage of training that a model offers.
struct StageOffer {
    std::string name; ///< `translate`
    /// Beginnings of the names of the parameters that learn in it; empty: all do.
    std::vector<std::string> learns{};
    bool needsLabels = true;
    /// What its loss on the validation segments is called when that decides which epoch is best, the lower
    /// the better (`translation_mse`); empty: the run's own figure of the task decides.
    std::string watches{};
};

}
