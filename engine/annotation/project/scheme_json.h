#pragma once

#include "engine/annotation/tier.h"

#include <string>
#include <vector>

namespace engine::project {

/// A tier's labels as JSON text: `[{"name": …, "scale": {"least", "greatest", "step"}}, {"name": …, "terms":
/// […]}, …]`.
std::string toJson(const std::vector<LabelScheme>& labels);

/// @throws std::exception for any other text.
std::vector<LabelScheme> labelsFromJson(const std::string& text);

}
