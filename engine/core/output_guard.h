#pragma once

#include <filesystem>
#include <span>

namespace engine {

/// Refuses to write over what is read. Files and folders are compared by their identity (device and inode),
/// so an input is known through hard and symbolic links as well. What is not there, and what is neither file
/// nor folder (a pipe, /dev/null), is passed over.
/// @throws FormatError (`same_file`) naming the output, and the input where it has another name
void refuseInputsAsOutputs(std::span<const std::filesystem::path> inputs,
                           std::span<const std::filesystem::path> outputs);

}
