#pragma once

#include "engine/agreement/rating_table.h"

#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// What people said of themselves is never pooled with what others saw in them; the two are set beside each
/// other. Tiers of the perspective *self* have names that end with `_self` (`labels_self` beside `labels`).

/// Ratings of one label in both perspectives.
struct PerspectivePair {
    std::string label;
    /// A unit per segment that both rated; the raters `observer` and `self`, each with the mean of those who
    /// rated, of categories with the commonest (none where several tie).
    RatingTable beside;
    RatingTable steps; ///< `beside` with each mean at the nearest value that anybody gave: κ counts values
};

struct Perspectives {
    std::vector<RatingTable> tables; ///< each of one perspective; those of *self* say so in their label
    std::vector<PerspectivePair> pairs;
};

/// Parts tables whose units are of both perspectives (`… labels`, `… labels_self`), and pairs what belongs
/// together: of such a table both parts, and tables `labels_self: L` with `labels: L`. Units belong together
/// whose names differ in the tier alone.
Perspectives byPerspective(const std::vector<RatingTable>& tables);

/// Sets the two beside each other. Absent units and raters without values are no matter.
PerspectivePair perspectivePair(const std::string& label, const RatingTable& observers,
                                const RatingTable& self);

/// The tier of the observers that a tier of the perspective *self* belongs to: `labels` of `labels_self`.
/// Empty: the tier is none of that perspective.
std::string observedTier(std::string_view tier);

}
