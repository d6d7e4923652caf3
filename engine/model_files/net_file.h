#pragma once

#include "engine/model_files/safetensors.h"

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// The file of a net: what is taken must be there, in the shape that the net needs.
class NetFile {
public:
    /// @param code  of the error for what is missing. @throws as readSafetensors().
    NetFile(const std::filesystem::path& path, std::string code);

    bool has(const std::string& name) const { return m_file.tensors.contains(name); }
    /// @param shape  0: any length
    /// @throws FormatError (`code`), which names the tensor.
    Tensor tensor(const std::string& name, const std::vector<std::int64_t>& shape) const;
    /// Words of the metadata; none where it has no such text.
    std::vector<std::string> words(const std::string& name) const;
    /// Numbers of the metadata, with commas between them. @throws FormatError (`code`).
    std::vector<float> numbers(const std::string& name, std::size_t count) const;
    /// @throws FormatError (`code`) of this file.
    [[noreturn]] void refuse(const std::string& why) const;

private:
    std::string m_path;
    std::string m_code;
    Safetensors m_file;
};

}
