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

/// Whether it asks parts about recordings and texts, and takes no rows of features.
bool asksParts(const ModelCard& card);

/// What a model looks at of a recording. @throws FormatError (code `needs_rows`) for one of rows of features.
MediaOptions mediaOptionsOf(const ModelCard& card);

/// Whether text is among what a model of recordings takes.
bool readsText(const ModelCard& card);

/// Segments that have nothing but what is seen and heard of them, and their texts.
struct AskedSpan {
    std::vector<std::string> ids; ///< N, as `media` knows them
    std::shared_ptr<const SegmentMediaSource> media;
    std::vector<std::string> transcripts = {}; ///< N, or none
};

/// The scores of such segments, N × O. @throws as Scorer::predict().
FeatureMatrix spanScores(const Scorer& scorer, const AskedSpan& asked, EnabledModalities enabled);

/// What the model shows of itself for one segment, as Scorer::displays().
std::map<std::string, Tensor> spanDisplays(const Scorer& scorer, const AskedSpan& asked,
                                           EnabledModalities enabled);

/// What each modality contributes to the scores of one segment: the scores less those without it; nothing for
/// one that is not enabled, and for text where there are no transcripts.
std::array<std::vector<float>, allModalities.size()> modalityEffects(const Scorer& scorer,
                                                                     const AskedSpan& asked,
                                                                     EnabledModalities enabled,
                                                                     const std::vector<float>& scores);

}
