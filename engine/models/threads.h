#pragma once

namespace engine {

/// Sets LibTorch's threads for this process. To be called before the first operator: one thread answers
/// a single segment sooner than several.
///
/// Also lets numbers below 1e-38 count as 0: gradients of saturated gates are full of them, and each costs
/// the processor a hundred times as much as another number (an MFN's epoch took 1.4 s instead of 0.3 s).
void setTorchThreads(int count);

}
