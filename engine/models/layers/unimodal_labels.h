#pragma once

#include "engine/models/fusion_model.h"

#include <array>

namespace engine {

/// A modality's features F of B segments, and the mean features of the segments whose label is above and
/// below 0, K × F each, one row per label.
struct ClassDistances {
    torch::Tensor features; ///< B × F
    torch::Tensor above, below; ///< K × F

    /// How much nearer a segment is to the segments above than to those below, relative to the distance from
    /// those above: B × K.
    torch::Tensor relative() const;
};

/// The label of a single modality after an epoch: between its label so far and the label that its distances
/// suggest.
///
/// @param old    B × K, the label so far; `truths` B × K.
/// @param epoch  counted from 1.
/// @param limit  largest absolute value of a suggested label.
torch::Tensor generatedLabel(const ClassDistances& modality, const ClassDistances& all,
                             const torch::Tensor& truths, const torch::Tensor& old, std::int64_t epoch,
                             double limit);

/// Generated labels of text, acoustic and visual features alone. They begin as the segments' own labels and
/// change in every epoch by the features' distances from positive and negative segments. Yu et al., Self-MM,
/// AAAI 2021.
class UnimodalLabels {
public:
    static constexpr std::size_t modalities = 3; ///< text, acoustic, visual
    using Features = std::array<torch::Tensor, modalities + 1>; ///< B × F each; the last of all together

    explicit UnimodalLabels(double limit) : m_limit(limit) { }

    /// The labels of the step's segments: B × K each.
    std::array<torch::Tensor, modalities> of(const TrainingStep& step);

    /// Updates the labels of the step's segments, from the second epoch on, and stores their features.
    void update(const TrainingStep& step, const Features& features);

    /// For checkpoints.
    NamedTensors state() const;
    void restore(const NamedTensors& state);

private:
    ClassDistances distances(std::size_t modality, const torch::Tensor& features) const;

    double m_limit;
    Features m_labels; ///< of all segments, N × K; the last are the truths
    Features m_features; ///< of all segments, N × F
    torch::Tensor m_seen; ///< N, bool: segments that have been in a batch
};

}
