#pragma once

#include "engine/core/share.h"

#include <string>

namespace engine::cli {

/// `2/3`: the second of three. Empty: all. @throws CLI::ValidationError for any other text.
Share shareNamed(const std::string& text);

}
