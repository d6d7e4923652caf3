#pragma once

#include "engine/annotation/layers.h"

#include <string>

namespace app {

/// `anna`, `anna, pass 2`, `anna, text only`: a layer's rater, in the window's language.
std::string raterOf(const engine::Layer& layer);

}
