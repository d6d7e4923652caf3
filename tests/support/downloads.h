#pragma once

#include "engine/core/sha256.h"
#include "engine/download/download.h"

#include <fstream>
#include <string>

/// What the download tests share.
namespace engine::test {

/// Bytes that begin as HDF5 does; each seed another, none like its neighbours.
inline std::string hdf5Like(std::size_t size, unsigned seed = 1)
{
    std::string bytes = "\x89HDF\r\n\x1a\n";
    bytes += '\x7f'; // a superblock version that nobody knows
    for (unsigned state = seed * 2654435761U; bytes.size() < size;) {
        state = state * 1664525U + 1013904223U;
        bytes += static_cast<char>(state >> 24);
    }
    return bytes;
}

inline std::string sumOf(const std::string& bytes)
{
    Sha256 hash;
    hash.add(bytes.data(), bytes.size());
    return hexadecimal(hash.digest());
}

inline std::string contents(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Short waits: a test has no time.
inline DownloadOptions inAHurry()
{
    DownloadOptions options;
    options.firstWait = std::chrono::milliseconds(5);
    options.stallTimeout = std::chrono::milliseconds(400);
    return options;
}

}
