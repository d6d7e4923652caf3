#pragma once

#include "engine/annotation/tier_roles.h"

#include <set>
#include <vector>

namespace engine {

/// The change that makes a label of the texts of those of these tiers that have none: classes or numbers, as
/// textsAsLabel() has them of all together. The texts stay.
/// @param usual  labels whose scales numbers take, where they are on them
/// @throws Refused when no such tier has texts, or these are neither numbers nor few short classes.
Change labelOfTexts(const Annotation& annotation, const std::set<TierId>& tiers,
                    const std::vector<LabelScheme>& usual);

}
