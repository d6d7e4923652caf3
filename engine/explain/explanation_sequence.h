#pragma once

#include "engine/explain/explained_dataset.h"
#include "engine/sequences/computational_sequence.h"

namespace engine {

/// What a model does with each segment, as a computational sequence `interaction_terms`: an entry per video,
/// a row per segment in the order of their starts, float32. Its dimensions, for each output: the label, NaN
/// where nobody gave one; the prediction; `f_none`, the prediction with everything absent; the seven terms
/// `m_t`, …, `m_tav`, which with `f_none` add up to the prediction; the Shapley values `shapley_t`, `_a`,
/// `_v`; all called `OUTPUT.m_t`, …. The metadata say by which model and data (`provenance`).
/// @throws ShapeError (`no_times`) when a segment has no span.
ComputationalSequence explanationSequence(const ExplainedDataset& dataset);

}
