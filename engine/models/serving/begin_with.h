#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace engine {

class FusionModel;

/// Weights that a training begins with.
struct BeginWith {
    std::filesystem::path file; ///< safetensors: F32, F16 or BF16; other tensors are left
    /// Names in the file, or beginnings of names, by which parts of it are taken → those of the model
    /// instead. None: the whole file, whose names must be those of the model.
    std::map<std::string, std::string> names{};

    friend bool operator==(const BeginWith&, const BeginWith&) = default;
};

/// Copies the weights into the model; of a checkpoint, those of its best epoch.
/// @throws IoError, FormatError as readSafetensors() and loadState() do; FormatError (code `begin_with`) for
/// a name that nothing in the file begins with, or that the model does not have.
void beginWith(FusionModel& model, const BeginWith& weights);

}
