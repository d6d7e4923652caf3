#pragma once

#include "engine/annotation/annotation.h"

#include <map>
#include <set>
#include <string>
#include <vector>

/// What people do to tiers, as changes.
namespace engine {

/// The number is unusedTier(), the place below the video's others.
Change addTier(const Annotation& annotation, Tier tier);

/// A label of a tier as it becomes, and what it was called until then.
struct LabelRevision {
    std::string was; ///< empty: it is new
    LabelScheme now;
    std::map<std::string, std::string> terms; ///< that are called otherwise from now on: old name, new name
};

/// What a person made of a tier in one video.
struct TierRevision {
    Tier before;
    Tier after; ///< with the same number; its labels are those of `labels`
    std::vector<LabelRevision> labels; ///< all that it has from now on, in order
};

/// Gives the tiers of this name the same in all videos: each gets what differs between before and after, and
/// keeps what does not, so its own annotator, or the wider scale that its values have. Values go along with
/// labels and terms that are called otherwise; those of labels that are gone are taken away; those that a
/// narrower scale does not hold stand in the way. Judgements that hang on it with the same labels follow.
/// @throws Refused when there is none, its kind, rate or place among tiers would change under segments, or a
/// video has no tier to hang it on.
Change reviseTiers(const Annotation& annotation, const TierRevision& revision);

/// The tiers, those that hang on them, and all their segments go.
Change removeTierTrees(const Annotation& annotation, std::set<TierId> ids);

/// Copies of tiers, of one video each, with all their segments, without parents. @param name  of the copies
Change copyTiers(const Annotation& annotation, const std::set<TierId>& ids, const std::string& name);

}
