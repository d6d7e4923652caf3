#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>

namespace engine {

/// For as long as it lives, LibTorch's random numbers on the processor are those of a seed; then they go on
/// where they were.
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
