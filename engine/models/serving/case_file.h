#pragma once

#include "engine/models/serving/run_case.h"

#include <filesystem>

namespace engine {

/// Reads a weight exchange file: attributes `config` and `loss_kind`, groups `params` and `inputs`. The
/// expected results that it may hold as well (`outputs`, `loss`, `grads`) are not read, except that no loss
/// is computed when `grads` is missing.
///
/// @throws IoError, FormatError (`data_invalid`, `bad_case`) with file and place.
ModelCase readCase(const std::filesystem::path& path);

/// Writes `outputs/<name>`, `loss` and `grads/<name>`, in the same layout; on an error `path` stays what it
/// was before. @throws IoError (`io`).
void writeResult(const std::filesystem::path& path, const CaseResult& result);

}
