#pragma once

#include "engine/agreement/statistic.h"

#include <string>

namespace engine::cli {

/// Why a figure is undefined, as recorded cases say it: the first sentence, with a small letter and without
/// the full stop.
std::string undefinedText(const Sentence& reason);

}
