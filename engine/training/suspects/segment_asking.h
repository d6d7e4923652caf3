#pragma once

#include "engine/training/data/feature_data.h"

#include <torch/torch.h>

#include <vector>

namespace engine {

using SegmentPlaces = std::vector<std::int64_t>;

/// Principal components of means and deviations of all modalities: N × D, float64, with the deviations that
/// they have, of mean size 1.
torch::Tensor segmentComponents(const FoldData& segments);

/// Asks for the segment whose label would make a Bayesian linear regression of all segments surest, one after
/// the other (V-optimal design; Cohn, Ghahramani and Jordan, JAIR 1996), until so many are asked. The labels
/// that are known at first decide how much each component counts.
/// @param rows    N × D, as segmentComponents()
/// @param labels  N, float64; only those of places in `asked` are looked at
/// @param asked   places whose labels are known; the new ones come behind them
/// @param costs   N, above 0: a gain counts as divided by them; empty: all cost the same
void askForLabels(const torch::Tensor& rows, const torch::Tensor& labels, SegmentPlaces& asked,
                  std::size_t until, const std::vector<double>& costs = {});

/// Pearson's r; 0 where one of both is constant.
double correlationOf(const torch::Tensor& a, const torch::Tensor& b);

}
