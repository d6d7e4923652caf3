#pragma once

#include "engine/annotation/annotation.h"
#include "engine/core/run_context.h"
#include "engine/media/media_file.h"
#include "engine/sequences/dataset_list.h"

#include <optional>
#include <set>
#include <string>

/// What lies at 0 s in a project: its annotation counts from there for ever.
namespace engine {

/// The item of a new project: zero is what is seen or heard first.
Item timeZeroItem();

/// The rule that the project was made with. Projects of versions that kept no rule have the first picture at
/// 0 s; an annotation that belongs to no project has the rule of new ones.
TimeZero timeZeroOf(const Annotation& annotation);

/// A video for which the two rules give different zeros.
struct OtherZero {
    std::string video;
    /// Seconds from the earliest stream to the first picture; absent: the file cannot be read.
    std::optional<double> seconds;
};
/// The first of these videos for which the rules differ. Videos without media are passed over.
/// @throws Cancelled
std::optional<OtherZero> otherZero(const DatasetList& dataset, const std::set<std::string>& videos,
                                   const RunContext& run);

/// Whether the project was just made: it does not say what it is about yet.
bool isNew(const Annotation& annotation);

}
