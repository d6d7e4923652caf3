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

}
