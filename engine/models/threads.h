#pragma once

namespace engine {

/// Sets the number of LibTorch's threads for this process. It must be called before the first operator. One
/// thread predicts a single segment sooner than several.
///
/// It also lets numbers below 1e-38 count as 0: gradients of saturated gates are full of them, and each takes
/// the processor a hundred times as long as another number (an MFN's epoch took 1.4 s instead of 0.3 s).
void setTorchThreads(int count);

}
