#pragma once

#include "engine/alignment/segment_rows.h"

#include <span>
#include <string>

namespace engine {

/// SHA-256 over ids, features and labels of the segments, in their order: says whether two models saw the
/// same data.
/// @return 64 lower-case hexadecimal digits.
std::string sha256Of(std::span<const LabelledSegment> segments);

}
