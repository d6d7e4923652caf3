#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <sys/types.h>
#include <utility>

namespace engine {

/// Knows files that are going to be written by their identity (device and inode), whatever names they have.
class OutputGuard {
public:
    explicit OutputGuard(std::span<const std::filesystem::path> outputs);

    /// @throws FormatError (`same_file`) when the input is an output; as refuseInputsAsOutputs().
    void refuse(const std::filesystem::path& input) const;

private:
    std::map<std::pair<dev_t, ino_t>, std::filesystem::path> m_outputs;
};

/// Refuses outputs that are inputs too, so that nothing is written over what is being read. Files and folders
/// are compared by their identity (device and inode), so an input is known through hard and symbolic links as
/// well. Paths that do not exist, and those that are neither file nor folder (a pipe, /dev/null), are not
/// compared.
/// @throws FormatError (`same_file`) naming the output, and the input where it has another name
void refuseInputsAsOutputs(std::span<const std::filesystem::path> inputs,
                           std::span<const std::filesystem::path> outputs);

}
