#pragma once

#include "engine/annotation/tier_edits.h"

#include <cstdint>

namespace engine {

inline constexpr auto kCodebookItems = "codebook"; ///< items of versions, by the name of the tier

/// The labels of a tier as they were for some time, while somebody answered.
struct CodebookVersion {
    std::int64_t from = 0; ///< milliseconds since 1970, UTC; 0: from the beginning
    std::vector<LabelScheme> labels;
    friend bool operator==(const CodebookVersion&, const CodebookVersion&) = default;
};

/// The versions of a tier's labels in the order of time, one at least. @param now  the labels as they are:
/// those of the last version
std::vector<CodebookVersion> codebookVersions(const Annotation& annotation, const std::string& tier,
                                              const std::vector<LabelScheme>& now);

/// The version, from 1 on, under which an answer was given. @param when  milliseconds since 1970, UTC; 0: not
/// known, which counts as the first
std::size_t versionAt(const std::vector<CodebookVersion>& versions, std::int64_t when);

/// What the project notes when the labels of a tier become others: a version begins, if somebody has answered
/// under the one before; else the one before is forgotten. The versions follow a tier that is renamed.
/// @param now  milliseconds since 1970, UTC
void noteCodebook(Change& change, const Annotation& annotation, const TierRevision& revision,
                  std::int64_t now);

}
