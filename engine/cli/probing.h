#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/worker/probe.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace engine::cli {

/// Adds the option `--trust` to the program, for all its commands: files are then probed without limits.
void addTrust(CLI::App& program);

/// A Prober that keeps its verdicts in the user's cache. It has no limits when `--trust` was given, or
/// `POLYLOGUE_TRUST` is set in the environment.
std::unique_ptr<Prober> makeProber();

/// Probes the files that the recipe takes from the list. Sequences that the list lacks are not checked here;
/// opening them fails later. @throws as Prober::check.
void checkSequences(const DatasetList& list, const SegmentRecipe& recipe);

}
