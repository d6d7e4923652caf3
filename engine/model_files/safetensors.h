#pragma once

#include "engine/core/tensor.h"

#include <filesystem>
#include <map>
#include <string>

namespace engine {

/// The contents of a `.safetensors` file: named float32 tensors and text.
struct Safetensors {
    std::map<std::string, Tensor> tensors;
    std::map<std::string, std::string> metadata;

    friend bool operator==(const Safetensors&, const Safetensors&) = default;
};

/// Reads the file; nothing in it is run, and no size that it claims is believed before it was checked.
///
/// @throws IoError (`io`); FormatError: `pickle_refused` for a PyTorch pickle, `bad_safetensors` for anything
/// else.
Safetensors readSafetensors(const std::filesystem::path& path);

/// The text alone, of a file whose tensors lie as the format wants it; their bytes are not read. @throws as
/// readSafetensors().
std::map<std::string, std::string> readSafetensorsMetadata(const std::filesystem::path& path);

/// Writes beside `path` and renames, so that `path` is either the old file or the whole new one. @throws
/// IoError (`io`).
void writeSafetensors(const std::filesystem::path& path, const Safetensors& contents);

}
