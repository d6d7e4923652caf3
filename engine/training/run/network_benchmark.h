#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine {

/// Times of a network that sees faces, on random numbers.
struct TrunkTimes {
    std::string form; ///< `multi`, `single`
    std::vector<double> milliseconds; ///< of each pass over a batch of faces, through the picture's trunk
    double difference = 0.0; ///< the most that its maps differ from those of the first form
    std::int64_t parameters = 0; ///< of the whole network
};

/// Passes batches of random faces through the picture's trunk of an E2E, in turn through each form, so that
/// what else the machine does meets all alike. A `single` form is folded from the `multi` one.
///
/// @param model  {"class": "E2E", …}. @param forms  empty: the model's own
/// @throws FormatError as createModel() does, and for a form that the network does not have.
std::vector<TrunkTimes> trunkTimes(const nlohmann::json& model, const std::vector<std::string>& forms,
                                   std::int64_t batch, std::int64_t repeats);

}
