#include "engine/models/blocks/elementwise.h"

#include "engine/models/blocks/pointwise.h"

#include <algorithm>

namespace engine::blocks {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Function;
using torch::autograd::variable_list;

struct Memory {
    torch::Tensor retain, update, candidate, memory;
};

Memory computeMemory(const torch::Tensor& retain, const torch::Tensor& update, const torch::Tensor& candidate,
                     const torch::Tensor& memory)
{
    constexpr auto rows = at::MemoryFormat::Contiguous;
    Memory result{retain.clone(rows), update.clone(rows), candidate.clone(rows), torch::empty_like(memory)};
    gatedForward(memory.numel(), result.retain.data_ptr<float>(), result.update.data_ptr<float>(),
                 result.candidate.data_ptr<float>(), memory.data_ptr<float>(),
                 result.memory.data_ptr<float>());
    return result;
}

struct MemoryStep : Function<MemoryStep> {
    static variable_list forward(AutogradContext* context, const torch::Tensor& retain,
                                 const torch::Tensor& update, const torch::Tensor& candidate,
                                 const torch::Tensor& memory)
    {
        Memory computed = computeMemory(retain, update, candidate, memory);
        context->set_materialize_grads(false);
        context->save_for_backward({computed.retain, computed.update, computed.candidate, memory});
        context->mark_non_differentiable({computed.retain, computed.update});
        return {computed.memory, computed.retain, computed.update};
    }

    static variable_list backward(AutogradContext* context, const variable_list& given)
    {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor gradient = given[0].contiguous();
        variable_list result(4);
        for (torch::Tensor& tensor : result)
            tensor = torch::empty_like(gradient);
        gatedBackward(gradient.numel(), saved[0].data_ptr<float>(), saved[1].data_ptr<float>(),
                      saved[2].data_ptr<float>(), saved[3].data_ptr<float>(), gradient.data_ptr<float>(),
                      result[0].data_ptr<float>(), result[1].data_ptr<float>(), result[2].data_ptr<float>(),
                      result[3].data_ptr<float>());
        return result;
    }
};

torch::Tensor computeConcat(at::TensorList sources, const torch::Tensor& weights, std::int64_t first)
{
    std::int64_t width = 0;
    for (const torch::Tensor& source : sources)
        width += source.size(1);
    const std::int64_t rows = weights.size(0);
    torch::Tensor result = torch::empty({rows, width}, weights.options().requires_grad(false));
    std::int64_t offset = 0;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const std::int64_t own = sources[i].size(1);
        for (std::int64_t row = 0; row < rows; ++row) {
            const float weight
                = weights.data_ptr<float>()[row * weights.size(1) + first + static_cast<std::int64_t>(i)];
            const float* const from = sources[i].data_ptr<float>() + row * sources[i].stride(0);
            float* const to = result.data_ptr<float>() + row * width + offset;
            for (std::int64_t j = 0; j < own; ++j)
                to[j] = from[j] * weight;
        }
        offset += own;
    }
    return result;
}

struct ConcatStep : Function<ConcatStep> {
    static torch::Tensor forward(AutogradContext* context, at::TensorList sources,
                                 const torch::Tensor& weights, std::int64_t first)
    {
        variable_list saved = sources.vec();
        saved.push_back(weights);
        context->saved_data["first"] = first;
        context->save_for_backward(std::move(saved));
        return computeConcat(sources, weights, first);
    }

    static variable_list backward(AutogradContext* context, const variable_list& given)
    {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor gradient = given[0].contiguous();
        const torch::Tensor& weights = saved.back();
        const std::int64_t first = context->saved_data["first"].toInt();
        const std::int64_t rows = weights.size(0);
        variable_list result;
        torch::Tensor ofWeights = torch::zeros_like(weights);
        std::int64_t offset = 0;
        for (std::size_t i = 0; i + 1 < saved.size(); ++i) {
            const std::int64_t own = saved[i].size(1);
            result.push_back(torch::empty({rows, own}, gradient.options()));
            for (std::int64_t row = 0; row < rows; ++row) {
                const std::int64_t at = row * weights.size(1) + first + static_cast<std::int64_t>(i);
                const float weight = weights.data_ptr<float>()[at];
                const float* const source = saved[i].data_ptr<float>() + row * saved[i].stride(0);
                const float* const from = gradient.data_ptr<float>() + row * gradient.size(1) + offset;
                float* const to = result.back().data_ptr<float>() + row * own;
                float sum = 0.0f;
                for (std::int64_t j = 0; j < own; ++j) {
                    to[j] = from[j] * weight;
                    sum += from[j] * source[j];
                }
                ofWeights.data_ptr<float>()[at] = sum;
            }
            offset += own;
        }
        result.push_back(ofWeights);
        result.emplace_back();
        return result;
    }
};

bool isRecorded(std::initializer_list<torch::Tensor> tensors)
{
    return std::ranges::any_of(tensors, [](const torch::Tensor& tensor) { return records(tensor); });
}

}

Attended attend(const torch::Tensor& logits, const torch::Tensor& x)
{
    const torch::Tensor weights = torch::softmax(logits, -1);
    return {weights * (logits.dim() == 3 ? x.unsqueeze(1) : x), weights.detach()};
}

GatedMemory gatedMemory(const torch::Tensor& retain, const torch::Tensor& update,
                        const torch::Tensor& candidate, const torch::Tensor& memory)
{
    if (!isPlain(memory)) {
        const torch::Tensor retained = torch::sigmoid(retain);
        const torch::Tensor updated = torch::sigmoid(update);
        return {retained * memory + updated * torch::tanh(candidate), retained.detach(), updated.detach()};
    }
    if (!isRecorded({retain, update, candidate, memory})) {
        Memory computed = computeMemory(retain, update, candidate, memory.contiguous());
        return {computed.memory, computed.retain, computed.update};
    }
    const variable_list out = MemoryStep::apply(retain, update, candidate, memory.contiguous());
    return {out[0], out[1], out[2]};
}

torch::Tensor weightedConcat(const std::vector<torch::Tensor>& sources, const torch::Tensor& weights,
                             std::int64_t first)
{
    if (isPlain(weights) && isRecorded({weights, sources.back()}))
        return ConcatStep::apply(at::TensorList(sources), weights.contiguous(), first);
    if (isPlain(weights) && !torch::GradMode::is_enabled())
        return computeConcat(sources, weights.contiguous(), first);
    std::vector<torch::Tensor> weighted;
    for (std::size_t i = 0; i < sources.size(); ++i)
        weighted.push_back(sources[i] * weights.narrow(1, first + static_cast<std::int64_t>(i), 1));
    return torch::cat(weighted, 1);
}

torch::Tensor whereActive(const torch::Tensor& active, const torch::Tensor& now, const torch::Tensor& before)
{
    return active.defined() ? torch::where(active, now, before) : now;
}

}
