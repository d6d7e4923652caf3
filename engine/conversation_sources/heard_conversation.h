#pragma once

#include "engine/conversations/speech_stretches.h"
#include "engine/core/finding.h"

#include <string>
#include <vector>

namespace engine {

/// Who speaks when in one conversation, and how that is known.
struct HeardConversation {
    std::string id;
    std::string source; ///< `tiers`, `rttm`, `words`, `channels`, `vad`, `faces`, `prefixes`; `none`
    std::vector<Speaker> speakers; ///< in the order of their source
    double duration = 0.0; ///< seconds
    bool timesAreGuessed = false; ///< the source has no times, or no ends
    std::vector<Finding> findings = {};
};

}
