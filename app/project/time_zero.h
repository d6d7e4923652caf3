#pragma once

#include "engine/annotation/annotation.h"
#include "engine/core/run_context.h"
#include "engine/media/media_file.h"
#include "engine/sequences/dataset_list.h"

#include <optional>
#include <set>
#include <string>

/// What lies at 0 s in a project: its annotation counts from there for ever.
namespace app {

/// What a new project notes: zero is what is seen or heard first.
engine::Item timeZeroItem();

/// The rule that the project was made with. Projects of versions that noted none have the first picture at 0;
/// without a project (nothing says what it is about) the rule is that of new ones.
engine::TimeZero timeZeroOf(const engine::Annotation& annotation);

/// A video that begins elsewhere by one rule than by the other.
struct OtherZero {
    std::string video;
    /// That its first picture lies behind the earliest stream; absent: its file cannot be read.
    std::optional<double> seconds;
};
/// The first of these videos for which the rules differ; those without media have no zero of a file.
/// @throws Cancelled
std::optional<OtherZero> otherZero(const engine::DatasetList& dataset, const std::set<std::string>& videos,
                                   const engine::RunContext& run);

/// Whether the project was just made: it does not say what it is about yet.
bool isNew(const engine::Annotation& annotation);

}
