#include "engine/models/torch_seed.h"

#include <torch/utils.h>

#include <ATen/CPUGeneratorImpl.h>
#include <mutex>

namespace engine {

TorchSeed::TorchSeed(std::uint64_t seed)
{
    at::Generator generator = at::detail::getDefaultCPUGenerator();
    {
        const std::scoped_lock lock(generator.mutex());
        m_before = generator.get_state();
    }
    torch::manual_seed(seed); // those of other devices, too
}

TorchSeed::~TorchSeed()
{
    at::Generator generator = at::detail::getDefaultCPUGenerator();
    const std::scoped_lock lock(generator.mutex());
    generator.set_state(m_before);
}

}
