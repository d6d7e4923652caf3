#pragma once

#include "engine/cli/said.h"
#include "engine/core/run_context.h"
#include "engine/sequences/csd_file.h"
#include "engine/worker/probe.h"

#include <filesystem>
#include <memory>
#include <string>

namespace engine::cli {

/// The file, opened after a child process has walked it. @throws as CsdFile and Prober.
std::shared_ptr<const CsdFile> openProbed(const std::filesystem::path& path, Prober& prober);

/// Shows progress on stderr, on one line, for each percent more and only when stderr is a terminal.
RunContext progressOnTerminal(const std::string& what);

/// Prints `progress 0.42` on stderr for each percent more, a line each, for a program that reads it.
RunContext progressInLines();

}
