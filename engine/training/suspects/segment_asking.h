#pragma once

#include "engine/training/data/feature_data.h"

#include <torch/torch.h>

#include <vector>

namespace engine {

using SegmentPlaces = std::vector<std::int64_t>;

/// Principal components of means and deviations of all modalities: N × D, float64, with the deviations that
/// they have, of mean size 1.
torch::Tensor segmentComponents(const FoldData& segments);

/// How many of N segments are asked for as typical ones before anything else is: one in twenty, 10 at least
/// and 200 at most. So few labels teach another learner most so: on POM r rises by 0.1, where the choice of a
/// linear model costs 0.05 (docs/label-errors.md).
std::size_t typicalCount(std::size_t segments);

/// Asks for the segment that brings all segments nearest to one that is asked for, one after the other
/// (greedy k-means, by squared distances), until `count` are asked.
/// @param rows, asked, costs  as of askForLabels()
void askForTypical(const torch::Tensor& rows, SegmentPlaces& asked, std::size_t until,
                   const std::vector<double>& costs = {});

/// Asks for the segment whose label would make a Bayesian linear regression of all segments surest, one after
/// the other (V-optimal design; Cohn, Ghahramani and Jordan, JAIR 1996), until `count` are asked. The labels
/// that are known at first decide how much each component counts.
/// @param rows    N × D, as segmentComponents()
/// @param labels  N, float64; only those of places in `asked` are looked at
/// @param asked   places whose labels are known; the new ones come behind them
/// @param costs   N, above 0: a gain counts as divided by them; empty: all cost the same
/// @throws ShapeError (`row_mismatch`) for places and numbers of other segments; so do the functions above.
void askForLabels(const torch::Tensor& rows, const torch::Tensor& labels, SegmentPlaces& asked,
                  std::size_t until, const std::vector<double>& costs = {});

/// Pearson's r of N float64 each; 0 where one of both is constant: nothing is learnt of such answers.
double correlationOf(const torch::Tensor& a, const torch::Tensor& b);

}
