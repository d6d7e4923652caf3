#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace engine::test {

/// The sum of a zip archive's file.
inline std::uint32_t zipSum(const std::string& bytes)
{
    std::uint32_t sum = 0xFFFFFFFF;
    for (const char byte : bytes) {
        sum ^= static_cast<std::uint8_t>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

/// A zip archive of files that are stored as they are. @param claimed  size that the archive claims of each;
/// 0: the true one
inline std::string storedZip(const std::vector<std::pair<std::string, std::string>>& files,
                             std::uint32_t claimed = 0)
{
    std::string archive;
    std::string directory;
    const auto put = [](std::string& bytes, std::uint32_t number, int size) {
        for (int i = 0; i < size; ++i)
            bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
    };
    for (const auto& [name, bytes] : files) {
        const auto size = static_cast<std::uint32_t>(bytes.size());
        std::string head;
        put(head, 20, 2); // version
        put(head, 0, 2); // flags
        put(head, claimed != 0 ? 8 : 0, 2); // packed, or stored
        put(head, 0, 4); // time
        put(head, zipSum(bytes), 4);
        put(head, size, 4);
        put(head, claimed != 0 ? claimed : size, 4);
        put(head, static_cast<std::uint32_t>(name.size()), 2);
        put(head, 0, 2); // nothing more
        put(directory, 0x02014b50, 4);
        put(directory, 20, 2);
        directory += head;
        put(directory, 0, 2); // no comment
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, static_cast<std::uint32_t>(archive.size()), 4);
        directory += name;
        put(archive, 0x04034b50, 4);
        archive += head + name + bytes;
    }
    const auto begin = static_cast<std::uint32_t>(archive.size());
    archive += directory;
    put(archive, 0x06054b50, 4);
    put(archive, 0, 4);
    put(archive, static_cast<std::uint32_t>(files.size()), 2);
    put(archive, static_cast<std::uint32_t>(files.size()), 2);
    put(archive, static_cast<std::uint32_t>(directory.size()), 4);
    put(archive, begin, 4);
    put(archive, 0, 2);
    return archive;
}

}
