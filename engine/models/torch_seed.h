#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>

namespace engine {

/// For as long as it lives, LibTorch's random numbers on the processor are those of a seed; then they go on
/// where they were. (Those of other devices stay those of the seed.)
///
/// Modules of LibTorch draw from its one generator in the process, and take no other: two threads that draw
/// at the same time mix each other's numbers. What trains on several threads has models that draw nothing.
class TorchSeed {
public:
    explicit TorchSeed(std::uint64_t seed);
    ~TorchSeed();
    TorchSeed(const TorchSeed&) = delete;
    TorchSeed& operator=(const TorchSeed&) = delete;

private:
    at::Tensor m_before; ///< the generator's state
};

}
