#pragma once

#include <vector>

namespace engine {

/// The values that occur most often, in ascending order: several where they tie, none of no values.
std::vector<double> commonestOf(std::vector<double> values);

}
