#pragma once

#include <string>
#include <utility>
#include <vector>

namespace engine {

/// The variables with which `polylogue-models` computes at its best, as name and value. The libraries read
/// them while they are loaded, before main(). What is set already should stay as it is.
///
/// OpenBLAS on one thread, for two pools fight for the cores; OpenMP's idle threads spin for a moment before
/// they sleep, for the steps of a model are shorter than waking one takes; and OpenBLAS's kernels by what the
/// processor can do, for it takes those of 2004 for processors that are younger than it is.
std::vector<std::pair<std::string, std::string>> mathEnvironment();

}
