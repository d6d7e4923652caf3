#include "engine/models/blocks/linear_steps.h"

#include "engine/models/blocks/pointwise.h"
#include "engine/models/blocks/products.h"

namespace engine::blocks {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Function;
using torch::autograd::variable_list;

Matrix rows(const torch::Tensor& x)
{
    return {x.data_ptr<float>(), x.stride(0)};
}

/// x Wᵀ + b of contiguous rows.
torch::Tensor affine(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias)
{
    TORCH_CHECK(x.size(-1) == weight.size(1), "input of ", x.sizes(), ", expected ", weight.size(1),
                " features"); // products do not look
    const std::int64_t count = x.size(0);
    const std::int64_t outputs = weight.size(0);
    torch::Tensor y = torch::empty({count, outputs}, x.options().requires_grad(false));
    float* const values = y.data_ptr<float>();
    const float* const biases = bias.data_ptr<float>();
    for (std::int64_t row = 0; row < count; ++row)
        std::copy_n(biases, outputs, values + row * outputs);
    timesTransposed(count, outputs, x.size(1), rows(x), rows(weight), 1.0f, values, outputs);
    return y;
}

/// g W.
torch::Tensor backThrough(const torch::Tensor& gradient, const torch::Tensor& weight)
{
    torch::Tensor result = torch::empty({gradient.size(0), weight.size(1)}, gradient.options());
    times(gradient.size(0), weight.size(1), weight.size(0), rows(gradient), rows(weight), 0.0f,
          result.data_ptr<float>(), weight.size(1));
    return result;
}

/// The node between the weights of a linear layer and its steps.
struct CollectLinear : Function<CollectLinear> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& weight,
                                 const torch::Tensor& /*bias*/, const CollectedPtr& collected)
    {
        context->set_materialize_grads(false);
        keep(context, "weights", collected);
        return torch::empty({0}, weight.options().requires_grad(false));
    }

    static variable_list backward(AutogradContext* context, const variable_list& /*none*/)
    {
        const CollectedPtr collected = kept(context, "weights");
        if (collected->inputs.empty())
            return {torch::Tensor(), torch::Tensor(), torch::Tensor()};
        const torch::Tensor x = torch::cat(collected->inputs);
        const torch::Tensor gradient = torch::cat(collected->gradients);
        collected->inputs.clear();
        collected->gradients.clear();
        torch::Tensor ofWeight = torch::empty({gradient.size(1), x.size(1)}, x.options());
        transposedTimes(gradient.size(1), x.size(1), x.size(0), rows(gradient), rows(x),
                        ofWeight.data_ptr<float>(), x.size(1));
        return {ofWeight, gradient.sum(0), torch::Tensor()};
    }
};

struct LinearStep : Function<LinearStep> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x,
                                 const torch::Tensor& /*token*/, const CollectedPtr& collected,
                                 const torch::Tensor& bias)
    {
        keep(context, "weights", collected);
        context->save_for_backward({x});
        return affine(x, collected->weight, bias);
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients)
    {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor gradient = gradients[0].contiguous();
        const CollectedPtr collected = kept(context, "weights");
        collected->inputs.push_back(saved[0].detach());
        collected->gradients.push_back(gradient);
        return {context->needs_input_grad(0) ? backThrough(gradient, collected->weight) : torch::Tensor(),
                torch::Tensor(), torch::Tensor(), torch::Tensor()};
    }
};

/// What stands between the two layers: the activation, then dropout with a fresh mask.
torch::Tensor between(torch::Tensor hidden, Between activation, double dropout)
{
    if (activation == Between::Relu)
        rectify(hidden.numel(), hidden.data_ptr<float>());
    if (dropout > 0.0)
        hidden.mul_(torch::empty_like(hidden).bernoulli_(1.0 - dropout).div_(1.0 - dropout));
    return hidden;
}

/// From the gradient behind the activation and the dropout to that before them.
///
/// @param hidden  behind them: 0 where the dropout or the ReLU took a value away.
void passBack(const torch::Tensor& hidden, bool rectified, double dropout, torch::Tensor& gradient)
{
    const double scale = 1.0 / (1.0 - dropout);
    if (rectified)
        rectifyBackward(gradient.numel(), hidden.data_ptr<float>(), static_cast<float>(scale),
                        gradient.data_ptr<float>());
    else if (dropout > 0.0)
        gradient.mul_((hidden != 0).to(gradient.dtype())).mul_(scale);
}

struct TwoLayerStep : Function<TwoLayerStep> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x,
                                 const torch::Tensor& /*token1*/, const torch::Tensor& /*token2*/,
                                 const std::array<CollectedPtr, 2>& collected,
                                 const std::array<torch::Tensor, 2>& biases, Between activation,
                                 double dropout)
    {
        const torch::Tensor hidden = between(affine(x, collected[0]->weight, biases[0]), activation, dropout);
        keep(context, "first", collected[0]);
        keep(context, "second", collected[1]);
        context->saved_data["rectified"] = activation == Between::Relu;
        context->saved_data["dropout"] = dropout;
        context->save_for_backward({x, hidden});
        return affine(hidden, collected[1]->weight, biases[1]);
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients)
    {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor gradient = gradients[0].contiguous();
        const CollectedPtr second = kept(context, "second");
        second->inputs.push_back(saved[1]);
        second->gradients.push_back(gradient);
        torch::Tensor ofHidden = backThrough(gradient, second->weight);
        passBack(saved[1], context->saved_data["rectified"].toBool(),
                 context->saved_data["dropout"].toDouble(), ofHidden);
        const CollectedPtr first = kept(context, "first");
        first->inputs.push_back(saved[0].detach());
        first->gradients.push_back(ofHidden);
        return {backThrough(ofHidden, first->weight),
                torch::Tensor(),
                torch::Tensor(),
                torch::Tensor(),
                torch::Tensor(),
                torch::Tensor(),
                torch::Tensor()};
    }
};

}

LinearSteps::LinearSteps(torch::Tensor weight, torch::Tensor bias)
    : m_weight(std::move(weight))
    , m_bias(std::move(bias))
{
    if (!records(m_weight) || !isPlain(m_weight))
        return;
    m_collected = c10::make_intrusive<Collected>();
    m_collected->weight = m_weight.detach().contiguous();
    m_token = CollectLinear::apply(m_weight, m_bias, m_collected);
}

bool LinearSteps::isFast(const torch::Tensor& x) const
{
    return isPlain(x) && (m_token.defined() || !records(x)); // weights that stand still: LibTorch's own way
}

torch::Tensor LinearSteps::operator()(const torch::Tensor& x) const
{
    if (!isFast(x))
        return torch::linear(x, m_weight, m_bias);
    if (!m_token.defined())
        return affine(x.contiguous(), m_weight, m_bias);
    return LinearStep::apply(x.contiguous(), m_token, m_collected, m_bias.detach());
}

TwoLayerSteps::TwoLayerSteps(LinearSteps first, LinearSteps second, double dropout, Between between)
    : m_first(std::move(first))
    , m_second(std::move(second))
    , m_dropout(dropout)
    , m_between(between)
{
}

torch::Tensor TwoLayerSteps::operator()(const torch::Tensor& x) const
{
    if (!m_first.isFast(x) || m_first.m_token.defined() != m_second.m_token.defined()) {
        const torch::Tensor hidden = m_between == Between::Relu ? torch::relu(m_first(x)) : m_first(x);
        return m_second(torch::dropout(hidden, m_dropout, m_dropout > 0.0));
    }
    if (!m_first.m_token.defined())
        return affine(between(affine(x.contiguous(), m_first.m_weight, m_first.m_bias), m_between, m_dropout),
                      m_second.m_weight, m_second.m_bias);
    return TwoLayerStep::apply(x.contiguous(), m_first.m_token, m_second.m_token,
                               std::array{m_first.m_collected, m_second.m_collected},
                               std::array{m_first.m_bias.detach(), m_second.m_bias.detach()}, m_between,
                               m_dropout);
}

}
