#pragma once

#include <filesystem>

namespace engine {

/// Writes an FV2ES in its single-branch form, with the same card: `architecture.form` becomes `single`.
///
/// @return by how much the scores of both forms differ at most, on random faces.
/// @throws IoError, FormatError as readModel(); FormatError (code `not_fusible`) for a model that has no
/// branches or is fused already, and when the forms differ by more than 1e-4.
double fuseModel(const std::filesystem::path& model, const std::filesystem::path& target);

}
