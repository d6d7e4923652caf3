#pragma once

#include "engine/annotation/tier.h"

#include <span>

namespace engine {

/// Labels that belong together: those that one corpus gives each of its segments.
struct LabelSet {
    std::string id; ///< `mosei`
    std::string name; ///< `CMU-MOSEI`
    std::vector<LabelScheme> labels;
    friend bool operator==(const LabelSet&, const LabelSet&) = default;
};

/// Those of the field's corpora: CMU-MOSI (Zadeh et al., 2016), CMU-MOSEI (Zadeh et al., ACL 2018), POM (Park
/// et al., ICMI 2014), IEMOCAP (Busso et al., 2008), MELD (Poria et al., ACL 2019),
/// valence–arousal–dominance, free text.
std::span<const LabelSet> labelSets();

/// Null: there is none of this id.
const LabelSet* labelSet(const std::string& id);

/// The label that models and people are compared by.
inline constexpr const char* kSentimentLabel = "sentiment";

/// Whether a label is the sentiment of CMU-MOSI: from -3 (strongly negative) to 3 (strongly positive).
bool isSentimentScale(const LabelScheme& label);

/// Whether a label tells sentiment from strongly negative to strongly positive on whatever scale: two steps
/// at least on either side of 0, which is neutral.
bool isStrengthOfSentiment(const LabelScheme& label);

/// Whether a label is called like one of the six emotions of CMU-MOSEI.
bool isEmotionLabel(const LabelScheme& label);

/// Whether a label tells how much of something there is, as emotions of CMU-MOSEI: from 0 (none) to 3 (high).
bool isPresenceScale(const LabelScheme& label);

}
