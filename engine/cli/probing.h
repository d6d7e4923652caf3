#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/worker/probe.h"

#include <memory>

namespace engine::cli {

/// Looks at unknown files in child processes; verdicts are kept in the user's cache.
std::unique_ptr<Prober> makeProber();

/// Has child processes walk the files that the recipe takes from the list. Sequences that the list lacks are
/// left to who opens them. @throws as Prober::check.
void checkSequences(const DatasetList& list, const SegmentRecipe& recipe);

}
