#pragma once

#include "app/document/tier_views.h"
#include "app/document/video_data.h"
#include "engine/annotation/annotation.h"

namespace app {

/// The labels that a tier gets which is used as `kWordsTier` (none) or as `kLabelsTier`: sentiment and six
/// emotions, as CMU-MOSEI has them.
std::vector<engine::LabelScheme> usualLabels(const TierName& role);

/// The change that adds words or labels of a video as its files have them; of a video without labels its
/// utterances, to be labelled as CMU-MOSEI's are.
/// @param name  `kWordsTier` or `kLabelsTier`
engine::Change recordedTier(const engine::Annotation& annotation, const VideoData& video,
                            const TierName& name);

}
