#pragma once

#include "engine/models/fusion_model.h"

#include <map>
#include <string>

namespace engine {

/// The rules by which gradients become steps.
enum class OptimiserKind {
    Adam, ///< weight decay is added to the gradient
    AdamW, ///< weight decay shrinks the weights themselves (Loshchilov and Hutter, ICLR 2019)
    Sgd ///< with momentum
};

/// Settings of the optimiser; as in training/training_settings.h.
struct OptimiserSettings {
    double learningRate = 1e-3;
    double factorLearningRate = 1e-3; ///< of the parameters for which FusionModel::isFactor()
    double weightDecay = 0.0; ///< weight decay times the weight is added to the gradient after clipping
    double clipNorm = 1.0; ///< upper bound of the norm of all gradients together; 0: none
    OptimiserKind kind = OptimiserKind::Adam;
    double momentum = 0.0; ///< of Sgd
    /// Rates of parameters by the beginnings of their names; the longest beginning counts.
    std::map<std::string, double> rates{};
};

/// Adam, AdamW or SGD with clipping of the gradient's norm, over all parameters at once. Kingma and Ba, Adam:
/// A Method for Stochastic Optimization, ICLR 2015; β 0.9 and 0.999, ε 1e-8.
///
/// Parameters and gradients of the model become views of one buffer each, so that a step is one pass over
/// memory: of an MFN of 300, 74 and 47 columns 0.11 ms, where torch::optim::Adam and AdamW with
/// torch::nn::utils::clip_grad_norm_ take 1.2 and 1.3 ms (bench_blocks, one thread). Parameters that do not
/// require a gradient at the moment, and those that no gradient has ever reached, stay as they are. A model
/// must have only one optimiser at a time.
class FlatOptimiser {
public:
    /// @throws FormatError (code `bad_config`) for a rate of parameters that the model does not have.
    FlatOptimiser(FusionModel& model, const OptimiserSettings& settings);

    /// Clips the gradient, updates the weights and clears the gradient. @return the gradient's norm before
    /// clipping.
    double step();

    /// Flat, in the order of the parameters: what the next step() goes by, and what it changes.
    torch::Tensor gradient() const { return m_gradient; }
    torch::Tensor weights() const { return m_weights; }
    /// By parameter: whether a gradient has ever reached it.
    std::vector<char>& reached() { return *m_reached; }

    /// Multiplies both learning rates, for schedules; 1 at the beginning.
    void setRate(double factor) { m_rate = factor; }

    /// `mean`, `variance` (flat, in the order of the parameters) and `steps`, for a checkpoint.
    NamedTensors state() const;

    /// @throws FormatError (code `bad_checkpoint`) when the state belongs to another model.
    void restore(const NamedTensors& state);

private:
    /// Parameters that lie one after the other and learn at the same rate.
    struct Span {
        torch::Tensor parameter; ///< shares the flat buffer
        std::int64_t first = 0;
        std::int64_t count = 0;
        double rate = 0.0; ///< the learning rate
        bool decays = false; ///< whether AdamW shrinks it
    };

    double rateOf(const FusionModel& model, const std::string& parameter) const;
    void update(const Span& span, float scale);
    void adam(const Span& span, float scale, double weightDecay);
    void momentum(const Span& span, float scale);
    torch::Tensor part(const torch::Tensor& flat, const Span& span) const;

    OptimiserSettings m_settings;
    std::vector<Span> m_spans;
    std::shared_ptr<std::vector<char>> m_reached; ///< by span; the hooks of the parameters hold it as well
    torch::Tensor m_weights, m_gradient, m_mean, m_variance; ///< flat
    std::int64_t m_steps = 0;
    double m_rate = 1.0;
};

}
