#include "engine/models/layers/unimodal_labels.h"

namespace engine {

namespace {

constexpr std::array<const char*, UnimodalLabels::modalities + 1> kWhoseLabels{"text", "acoustic", "visual", "all"};

/// The mean features of the segments that `belongs` says, K × F; NaN for a label that none has.
torch::Tensor meanOf(const torch::Tensor& features, const torch::Tensor& belongs)
{
    const torch::Tensor shares = belongs.to(features.dtype());
    return torch::matmul(shares.t(), features) / shares.sum(0).unsqueeze(1);
}

torch::Tensor distance(const torch::Tensor& features, const torch::Tensor& centres)
{
    return (features.unsqueeze(1) - centres).norm(2, 2);
}

}

torch::Tensor ClassDistances::relative() const
{
    const torch::Tensor fromAbove = distance(features, above);
    return (distance(features, below) - fromAbove) / (fromAbove + 1e-8);
}

torch::Tensor generatedLabel(const ClassDistances& modality, const ClassDistances& all,
                             const torch::Tensor& truths, const torch::Tensor& old, std::int64_t epoch,
                             double limit)
{
    const torch::Tensor own = modality.relative(), joint = all.relative();
    const torch::Tensor suggested
        = (0.5 * own / (joint + 1e-8) * truths + 0.5 * (truths + own - joint)).clamp(-limit, limit);
    const auto n = static_cast<double>(epoch);
    return (n - 1.0) / (n + 1.0) * old + 2.0 / (n + 1.0) * suggested;
}

std::array<torch::Tensor, UnimodalLabels::modalities> UnimodalLabels::of(const TrainingStep& step)
{
    if (m_seen.defined() && m_seen.device() != step.truths.device()) { // from a checkpoint
        m_seen = m_seen.to(step.truths.device());
        for (std::size_t i = 0; i <= modalities; ++i) {
            m_labels[i] = m_labels[i].to(step.truths.device());
            m_features[i] = m_features[i].to(step.truths.device());
        }
    }
    if (!m_seen.defined()) {
        m_seen = torch::zeros({step.segments}, step.truths.options().dtype(torch::kBool));
        for (torch::Tensor& labels : m_labels)
            labels = torch::zeros({step.segments, step.truths.size(1)}, step.truths.options());
    }
    const torch::Tensor isNew = ~m_seen.index_select(0, step.rows).unsqueeze(1);
    std::array<torch::Tensor, modalities> labels;
    for (std::size_t i = 0; i < modalities; ++i)
        labels[i] = torch::where(isNew, step.truths, m_labels[i].index_select(0, step.rows));
    return labels;
}

void UnimodalLabels::update(const TrainingStep& step, const Features& features)
{
    const torch::NoGradGuard noGradient;
    std::array<torch::Tensor, modalities> labels = of(step);
    if (step.epoch > 0 && m_features.back().defined()) {
        const ClassDistances all = distances(modalities, features.back());
        for (std::size_t i = 0; i < modalities; ++i) {
            const torch::Tensor moved = generatedLabel(distances(i, features[i]), all, step.truths, labels[i],
                                                       step.epoch + 1, m_limit);
            labels[i] = torch::where(moved.isfinite(), moved, labels[i]); // no segments above, or none below
        }
    }
    for (std::size_t i = 0; i <= modalities; ++i) {
        if (!m_features[i].defined())
            m_features[i] = torch::zeros({step.segments, features[i].size(1)}, features[i].options());
        m_features[i].index_copy_(0, step.rows, features[i].detach());
        m_labels[i].index_copy_(0, step.rows, i < modalities ? labels[i] : step.truths);
    }
    m_seen.index_fill_(0, step.rows, true);
}

ClassDistances UnimodalLabels::distances(std::size_t modality, const torch::Tensor& features) const
{
    const torch::Tensor& labels = m_labels[modality];
    const torch::Tensor seen = m_seen.unsqueeze(1);
    return {features.detach(), meanOf(m_features[modality], labels.gt(0) & seen),
            meanOf(m_features[modality], labels.lt(0) & seen)};
}

NamedTensors UnimodalLabels::state() const
{
    NamedTensors state;
    if (!m_features.back().defined())
        return state;
    state["seen"] = m_seen.to(torch::kInt64);
    for (std::size_t i = 0; i <= modalities; ++i) {
        state[std::string("labels_") + kWhoseLabels[i]] = m_labels[i];
        state[std::string("features_") + kWhoseLabels[i]] = m_features[i];
    }
    return state;
}

void UnimodalLabels::restore(const NamedTensors& state)
{
    *this = UnimodalLabels(m_limit);
    if (state.empty())
        return;
    m_seen = requiredInput(state, "seen").to(torch::kBool);
    for (std::size_t i = 0; i <= modalities; ++i) {
        m_labels[i] = requiredInput(state, std::string("labels_") + kWhoseLabels[i]).clone();
        m_features[i] = requiredInput(state, std::string("features_") + kWhoseLabels[i]).clone();
    }
}

}
