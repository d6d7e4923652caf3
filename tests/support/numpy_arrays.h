#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace engine::test {

/// Writes an array as numpy.save() does.
template <typename Value>
void saveArray(const std::filesystem::path& path, const std::string& type, const std::string& shape,
               const std::vector<Value>& values, bool isByColumns = false)
{
    std::filesystem::create_directories(path.parent_path());
    std::string header = "{'descr': '" + type + "', 'fortran_order': " + (isByColumns ? "True" : "False")
        + ", 'shape': " + shape + ", }";
    header.resize((header.size() + 10) / 64 * 64 + 64 - 10 - 1, ' ');
    header += '\n';
    std::ofstream stream(path, std::ios::binary);
    stream << "\x93NUMPY" << '\x01' << '\x00' << static_cast<char>(header.size() & 0xFF)
           << static_cast<char>(header.size() >> 8) << header;
    stream.write(reinterpret_cast<const char*>(values.data()),
                 static_cast<std::streamsize>(values.size() * sizeof(Value)));
}

}
