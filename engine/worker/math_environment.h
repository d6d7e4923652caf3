#pragma once

#include <string>
#include <utility>
#include <vector>

namespace engine {

/// The variables with which `polylogue-models` computes fastest, as name and value. The libraries read them
/// while they are loaded, before main(). Variables that are already set should stay as they are.
///
/// OpenBLAS gets one thread, since two thread pools would compete for the cores. OpenMP's idle threads spin
/// for a moment before they sleep, since a model's steps are shorter than it takes to wake a thread.
/// OpenBLAS's kernels are chosen by what the processor can do, since on processors newer than itself it would
/// use kernels of 2004.
std::vector<std::pair<std::string, std::string>> mathEnvironment();

}
