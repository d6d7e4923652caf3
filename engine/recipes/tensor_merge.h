#pragma once

#include "engine/core/pending_file.h"
#include "engine/core/run_context.h"

#include <filesystem>
#include <vector>

namespace engine {

/// Joins the `tensors.h5` of shards, in their order, into `tensors.h5` (and `tensors.npz`) in `folder`, array
/// after array, so that the bytes do not depend on how many shards there were.
/// @return the files, complete, but still with their temporary names.
/// @throws IoError, FormatError (`data_invalid`) when their arrays do not fit; Cancelled.
std::vector<PendingFile> mergeTensors(const std::vector<std::filesystem::path>& files, bool npz,
                                      const std::filesystem::path& folder, const RunContext& run = {});

}
