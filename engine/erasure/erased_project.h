#pragma once

#include "engine/annotation/annotation.h"
#include "engine/erasure/erasure_plan.h"

#include <filesystem>

namespace engine {

/// How often a person occurs in an annotation.
struct ErasureCounts {
    std::size_t segments = 0; ///< of videos in which nobody else is known
    std::size_t texts = 0; ///< texts, comments, labels and names elsewhere that name the person
    std::size_t items = 0; ///< of other state: faces, passes, work shared out
    bool any() const { return segments + texts + items > 0; }
};
ErasureCounts occurrences(const Annotation& annotation, const ErasurePlan& plan, const HiddenNames& names);

/// The annotation without the person: tiers of videos in which nobody else is known are gone, with all that hangs on them;
/// elsewhere names are replaced, and the faces of the person have none.
Annotation withoutPerson(const Annotation& annotation, const ErasurePlan& plan, const HiddenNames& names);

/// Replaces a project (or an earlier version of one) by one with this annotation alone: no undo steps, no page of the old
/// file. As a whole or not at all. @throws IoError
void rewriteProject(const std::filesystem::path& project, const Annotation& annotation);

}
