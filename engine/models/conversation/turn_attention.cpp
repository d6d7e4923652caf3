#include "engine/models/conversation/turn_attention.h"

namespace engine {

namespace {

torch::nn::Linear linear(std::int64_t inputs, std::int64_t outputs, bool bias)
{
    return torch::nn::Linear(torch::nn::LinearOptions(inputs, outputs).bias(bias));
}

}

TurnAttentionImpl::TurnAttentionImpl(const std::string& kind, const TurnAttentionSizes& sizes) : m_kind(kind)
{
    if (kind == "simple") {
        m_scalar = register_module("scalar", linear(sizes.memory, 1, false));
    } else if (kind == "concat") {
        m_transform = register_module("transform", linear(sizes.memory + sizes.query, sizes.inner, false));
        m_vectorProduct = register_module("vector_prod", linear(sizes.inner, 1, false));
    } else {
        m_transform = register_module("transform", linear(sizes.query, sizes.memory, kind == "general2"));
    }
}

torch::Tensor TurnAttentionImpl::scores(const torch::Tensor& memories, const torch::Tensor& query)
{
    if (m_kind == "simple")
        return m_scalar(memories).squeeze(-1);
    if (m_kind == "concat") {
        const torch::Tensor beside = query.unsqueeze(1).expand({-1, memories.size(1), -1});
        return m_vectorProduct(torch::tanh(m_transform(torch::cat({memories, beside}, 2)))).squeeze(-1);
    }
    return torch::bmm(memories, m_transform(query).unsqueeze(2)).squeeze(-1);
}

std::pair<torch::Tensor, torch::Tensor> TurnAttentionImpl::overTurns(const torch::Tensor& h,
                                                                     const torch::Tensor& valid)
{
    constexpr double never = -1e30;
    const torch::Tensor all
        = torch::bmm(m_transform(h), h.transpose(1, 2)); // B × T × T: a turn, and over which
    const torch::Tensor kept = valid.unsqueeze(1);
    const torch::Tensor shares = torch::softmax(all.masked_fill(~kept, never), -1) * kept.to(h.dtype());
    const torch::Tensor weights = shares * valid.unsqueeze(2).to(h.dtype());
    return {torch::bmm(weights, h), weights};
}

}
