#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/core/segment_input.h"
#include "engine/core/tensor.h"
#include "engine/model_files/media_options.h"
#include "engine/model_files/model_card.h"
#include "engine/training/media/segment_media.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace engine {

class Scorer;

/// Whether a model looks at recordings themselves.
bool takesMedia(const ModelCard& card);

/// What a model looks at of a recording. @throws FormatError (code `needs_rows`) for one of rows of features.
MediaOptions mediaOptionsOf(const ModelCard& card);

/// Whether text is among what a model of recordings takes.
bool readsText(const ModelCard& card);

/// The scores of segments that have nothing but what is seen and heard of them, N × O.
/// @param ids  N, as `media` knows them
/// @throws as Scorer::predict().
FeatureMatrix spanScores(const Scorer& scorer, const std::vector<std::string>& ids,
                         std::shared_ptr<const SegmentMediaSource> media, EnabledModalities enabled);

/// What the model shows of itself for one segment, as Scorer::displays().
std::map<std::string, Tensor> spanDisplays(const Scorer& scorer,
                                           std::shared_ptr<const SegmentMediaSource> media,
                                           EnabledModalities enabled);

/// What sound and vision contribute to the scores of one segment: the scores less those without it; nothing
/// for a modality that is not enabled, and for text.
std::array<std::vector<float>, allModalities.size()>
modalityEffects(const Scorer& scorer, const std::shared_ptr<const SegmentMediaSource>& media,
                EnabledModalities enabled, const std::vector<float>& scores);

}
