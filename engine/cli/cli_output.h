#pragma once

#include "engine/core/run_context.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/worker/probe.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace engine::cli {

/// The file, opened after a child process has walked it. @throws as CsdFile and Prober.
std::shared_ptr<const CsdFile> openProbed(const std::filesystem::path& path, Prober& prober);

/// Opens each file under its root name. @throws FormatError (`recipe_invalid`) when two have the same.
Dataset loadDataset(const std::vector<std::filesystem::path>& paths);

/// Writes every sequence as `DIR/<key>.csd`; DIR is made. @throws IoError (`io`), FormatError
/// (`recipe_invalid`) before anything is written, when two keys would have one file name.
void writeDataset(const Dataset& dataset, const std::filesystem::path& folder);

/// Progress on stderr, on one line, only where a person looks.
RunContext progressOnTerminal(const std::string& what);

}
