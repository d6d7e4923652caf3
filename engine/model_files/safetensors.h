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

/// What to do with tensors that are neither F32 nor F16 nor BF16.
enum class OtherTypes { Refuse, Leave };

/// Reads the file; F16 and BF16 become float32. No code in it is run, and every size that it claims is
/// checked before it is used.
///
/// @throws IoError (`io`); FormatError: `pickle_refused` for a PyTorch pickle, `bad_safetensors` for anything
/// else.
Safetensors readSafetensors(const std::filesystem::path& path, OtherTypes others = OtherTypes::Refuse);

/// Only the text of a file. It checks that the tensors lie as the format demands, but does not read their
/// bytes. @throws as readSafetensors().
std::map<std::string, std::string> readSafetensorsMetadata(const std::filesystem::path& path);

/// Writes under a temporary name and renames, so that `path` is either the old file or the whole new one.
/// @throws IoError (`io`).
void writeSafetensors(const std::filesystem::path& path, const Safetensors& contents);

}
