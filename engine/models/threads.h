#pragma once

#include <cfenv>

namespace engine {

/// For as long as it lives, LibTorch computes with this number of threads; then with as many as before. One
/// thread predicts a single segment sooner than several.
///
/// It also lets numbers below 1e-38 count as 0 in its own thread: gradients of saturated gates are full of
/// them, and each takes the processor a hundred times as long as another number (an MFN's epoch took 1.4 s
/// instead of 0.3 s). Threads that LibTorch starts meanwhile keep that.
class TorchThreads {
public:
    explicit TorchThreads(int count);
    ~TorchThreads();
    TorchThreads(const TorchThreads&) = delete;
    TorchThreads& operator=(const TorchThreads&) = delete;

private:
    int m_before;
    std::fenv_t m_environment; ///< of the floating-point unit
};

}
