#include "engine/models/flat_optimiser.h"

#include "engine/core/error.h"
#include "engine/models/blocks/pointwise.h"

#include <ATen/Parallel.h>
#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double decay1 = 0.9;
constexpr double decay2 = 0.999;
constexpr double epsilon = 1e-8;

/// A rate for parameters that are not there was meant for others.
void checkRates(const FusionModel& model, const std::map<std::string, double>& rates)
{
    for (const auto& [beginning, rate] : rates) {
        const auto names = model.named_parameters().keys();
        if (std::ranges::none_of(names, [&](const auto& name) { return name.starts_with(beginning); }))
            throw FormatError("bad_config", "training.rates." + beginning,
                              "is no parameter of the model, nor the beginning of one");
    }
}

}

double FlatOptimiser::rateOf(const FusionModel& model, const std::string& parameter) const
{
    double rate = model.isFactor(parameter) ? m_settings.factorLearningRate : m_settings.learningRate;
    std::size_t longest = 0;
    for (const auto& [beginning, own] : m_settings.rates) {
        if (parameter.starts_with(beginning) && beginning.size() >= longest) {
            rate = own;
            longest = beginning.size();
        }
    }
    return rate;
}

torch::Tensor FlatOptimiser::part(const torch::Tensor& flat, const Span& span) const
{
    return flat.narrow(0, span.first, span.count);
}

FlatOptimiser::FlatOptimiser(FusionModel& model, const OptimiserSettings& settings) : m_settings(settings)
{
    const torch::NoGradGuard noGradient;
    checkRates(model, settings.rates);
    std::int64_t count = 0;
    for (const auto& parameter : model.named_parameters()) {
        m_spans.push_back({parameter.value(), count, parameter.value().numel(),
                           rateOf(model, parameter.key()),
                           model.isDecayed(parameter.key(), parameter.value())});
        count += parameter.value().numel();
    }
    const auto options
        = m_spans.empty() ? torch::TensorOptions() : m_spans.front().parameter.options().requires_grad(false);
    m_weights = torch::empty({count}, options);
    m_gradient = torch::zeros({count}, options);
    m_mean = torch::zeros({count}, options);
    m_variance = torch::zeros({count}, options);
    m_reached = std::make_shared<std::vector<char>>(m_spans.size());
    for (std::size_t i = 0; i < m_spans.size(); ++i)
        if (m_spans[i].parameter.requires_grad())
            m_spans[i].parameter.register_hook(
                [reached = m_reached, i](const torch::Tensor&) { (*reached)[i] = 1; });
    for (Span& span : m_spans) {
        const torch::Tensor weights
            = m_weights.narrow(0, span.first, span.count).view(span.parameter.sizes());
        weights.copy_(span.parameter);
        span.parameter.set_data(weights);
        span.parameter.mutable_grad()
            = m_gradient.narrow(0, span.first, span.count).view(span.parameter.sizes());
    }
}

double FlatOptimiser::step()
{
    const torch::NoGradGuard noGradient;
    ++m_steps;
    const double norm = m_gradient.norm().item<double>();
    const bool clips = m_settings.clipNorm > 0.0 && norm > m_settings.clipNorm;
    const auto scale = static_cast<float>(clips ? m_settings.clipNorm / (norm + 1e-6) : 1.0);
    for (std::size_t i = 0; i < m_spans.size(); ++i) {
        if ((*m_reached)[i] && m_spans[i].parameter.requires_grad())
            update(m_spans[i], scale);
    }
    m_gradient.zero_();
    return norm;
}

void FlatOptimiser::update(const Span& span, float scale)
{
    if (m_settings.kind == OptimiserKind::Sgd)
        return momentum(span, scale);
    if (m_settings.kind == OptimiserKind::Adam)
        return adam(span, scale, m_settings.weightDecay);
    if (span.decays)
        part(m_weights, span).mul_(1.0 - m_rate * span.rate * m_settings.weightDecay);
    adam(span, scale, 0.0);
}

void FlatOptimiser::momentum(const Span& span, float scale)
{
    const torch::Tensor gradient
        = part(m_gradient, span) * scale + part(m_weights, span) * m_settings.weightDecay;
    torch::Tensor velocity = part(m_mean, span);
    velocity.mul_(m_settings.momentum).add_(gradient);
    part(m_weights, span).sub_(velocity, m_rate * span.rate);
}

void FlatOptimiser::adam(const Span& span, float scale, double weightDecay)
{
    const auto steps = static_cast<double>(m_steps);
    const double rate = m_rate * span.rate;
    const double stepSize = rate / (1.0 - std::pow(decay1, steps));
    const double correction = 1.0 / std::sqrt(1.0 - std::pow(decay2, steps));
    if (!m_weights.is_cpu()) {
        const torch::Tensor gradient = part(m_gradient, span) * scale + part(m_weights, span) * weightDecay;
        part(m_mean, span).mul_(decay1).add_(gradient, 1.0 - decay1);
        part(m_variance, span).mul_(decay2).addcmul_(gradient, gradient, 1.0 - decay2);
        part(m_weights, span)
            .addcdiv_(part(m_mean, span), part(m_variance, span).sqrt().mul_(correction).add_(epsilon),
                      -stepSize);
        return;
    }
    const auto factor = [](double value) { return static_cast<float>(value); };
    const blocks::AdamFactors factors{scale,
                                      factor(weightDecay),
                                      factor(decay1),
                                      factor(decay2),
                                      factor(1.0 - decay1),
                                      factor(1.0 - decay2),
                                      factor(stepSize),
                                      factor(correction),
                                      factor(epsilon)};
    constexpr std::int64_t grain = 65536;
    at::parallel_for(span.first, span.first + span.count, grain, [&](std::int64_t begin, std::int64_t end) {
        blocks::adamStep(end - begin, factors, m_gradient.data_ptr<float>() + begin,
                         m_mean.data_ptr<float>() + begin, m_variance.data_ptr<float>() + begin,
                         m_weights.data_ptr<float>() + begin);
    });
}

NamedTensors FlatOptimiser::state() const
{
    return {{"mean", m_mean.clone()},
            {"variance", m_variance.clone()},
            {"steps", torch::tensor(static_cast<float>(m_steps))}};
}

void FlatOptimiser::restore(const NamedTensors& state)
{
    for (const char* const name : {"mean", "variance", "steps"}) {
        const auto found = state.find(name);
        const std::int64_t expected = name == std::string_view("steps") ? 1 : m_mean.numel();
        if (found == state.end() || found->second.numel() != expected)
            throw FormatError("bad_checkpoint", std::string("optimiser state ") + name,
                              "is not that of this model");
    }
    m_mean.copy_(state.at("mean"));
    m_variance.copy_(state.at("variance"));
    m_steps = static_cast<std::int64_t>(state.at("steps").item<float>());
    for (std::size_t i = 0; i < m_spans.size(); ++i) // these go on by their momentum, whatever comes
        (*m_reached)[i] = part(m_mean, m_spans[i]).any().item<bool>() ? 1 : 0;
}

}
