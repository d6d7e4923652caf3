#pragma once

#include <filesystem>
#include <span>

namespace engine {

/// Refuses outputs that are inputs too, so that nothing is written over what is being read. Files and folders
/// are compared by their identity (device and inode), so an input is known through hard and symbolic links as
/// well. Paths that do not exist, and those that are neither file nor folder (a pipe, /dev/null), are not
/// compared.
/// @throws FormatError (`same_file`) naming the output, and the input where it has another name
void refuseInputsAsOutputs(std::span<const std::filesystem::path> inputs,
                           std::span<const std::filesystem::path> outputs);

}
