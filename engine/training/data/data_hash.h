#pragma once

#include "engine/training/data/feature_data.h"

#include <string>

namespace engine {

/// SHA-256 over ids, lengths, features and labels of the segments, in their order. It tells whether two
/// models saw the same data.
/// @return 64 lower-case hexadecimal digits.
std::string sha256Of(const FoldData& fold);

}
