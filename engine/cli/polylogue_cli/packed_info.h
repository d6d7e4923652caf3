#pragma once

#include "engine/packed/packed_file.h"
#include "engine/worker/probe.h"

#include <nlohmann/json.hpp>
#include <string>

namespace engine::cli {

/// Opens a file of packed segments, HDF5 after a child process has read it.
/// @throws as PackedFile and Prober.
std::shared_ptr<const PackedFile> openPacked(const std::string& path, Prober& prober);

/// What `info` says of a file of packed segments. @param report  null: it is printed
/// @return false when something of the file is not shown
bool describePacked(const std::string& path, bool withIds, Prober& prober, nlohmann::json* report);

}
