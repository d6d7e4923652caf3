#include "engine/models/layers/momentum_queue.h"

#include <algorithm>

namespace engine {

std::int64_t enqueue(torch::Tensor& queue, const torch::Tensor& vectors, std::int64_t place)
{
    const torch::NoGradGuard noGradient;
    const std::int64_t columns = queue.size(1);
    const std::int64_t count = std::min(vectors.size(0), columns - place);
    queue.narrow(1, place, count).copy_(vectors.narrow(0, 0, count).t());
    return (place + count) % columns;
}

void followWithMomentum(torch::nn::Module& twin, const torch::nn::Module& module, double momentum)
{
    const torch::NoGradGuard noGradient;
    const std::vector<torch::Tensor> from = module.parameters(), to = twin.parameters();
    for (std::size_t i = 0; i < to.size(); ++i)
        torch::Tensor(to[i]).mul_(momentum).add_(from[i], 1.0 - momentum);
    const std::vector<torch::Tensor> buffers = module.buffers(), copies = twin.buffers();
    for (std::size_t i = 0; i < copies.size(); ++i)
        torch::Tensor(copies[i]).copy_(buffers[i]);
}

void beginAsTwin(torch::nn::Module& twin, const torch::nn::Module& module)
{
    followWithMomentum(twin, module, 0.0);
    for (torch::Tensor& parameter : twin.parameters())
        parameter.set_requires_grad(false);
}

}
