#pragma once

#include "engine/training/data/feature_data.h"

#include <torch/torch.h>

namespace engine {

/// Mean and deviation of each feature of a modality over the steps of each segment: N × 2D, float64; zeros of
/// a segment that lacks the modality.
torch::Tensor segmentSummary(const FoldData& segments, Modality modality);

/// By column: mean 0 and deviation 1 over some of the rows, cut at ±5; constant columns are 0.
/// @param rows  int64
torch::Tensor scaledBy(const torch::Tensor& values, const torch::Tensor& rows);

/// A linear map from D columns to K.
struct RidgeFit {
    torch::Tensor center; ///< D
    torch::Tensor level; ///< K
    torch::Tensor weights; ///< D × K

    /// M × D → M × K
    torch::Tensor of(const torch::Tensor& rows) const { return (rows - center).matmul(weights) + level; }
};

/// Ridge regression with an intercept, of which generalised cross-validation chooses the penalty (Golub,
/// Heath and Wahba, Technometrics 1979; with the factor of Kim and Gu, JRSS B 2004).
/// @param known, targets  N × D and N × K, float64
RidgeFit ridgeFit(const torch::Tensor& known, const torch::Tensor& targets);

}
