#pragma once

#include "engine/core/run_context.h"

#include <filesystem>
#include <vector>

namespace engine {

/// Joins the `tensors.h5` of shards, in their order, into `tensors.h5` (and `tensors.npz`) in `folder`.
/// @return the files written. @throws IoError, FormatError (`data_invalid`) when their arrays do not fit.
std::vector<std::filesystem::path> mergeTensors(const std::vector<std::filesystem::path>& files, bool npz,
                                                const std::filesystem::path& folder, const RunContext& run);

}
