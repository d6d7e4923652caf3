#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/worker/probe.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace engine::cli {

/// Adds `--trust`, which every command of the program takes: its children look at files without limits.
void addTrust(CLI::App& program);

/// Looks at unknown files in child processes; verdicts are kept in the user's cache. Without limits when
/// `--trust` was given, or `POLYLOGUE_TRUST` is set in the environment.
std::unique_ptr<Prober> makeProber();

/// Has child processes walk the files that the recipe takes from the list. Sequences that the list lacks are
/// left to who opens them. @throws as Prober::check.
void checkSequences(const DatasetList& list, const SegmentRecipe& recipe);

}
