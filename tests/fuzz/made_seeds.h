#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace fuzz {

/// What a fuzzer makes to begin with goes into the folder POLYLOGUE_FUZZ_SEEDS (scripts/fuzz).
/// @param make  is called with that folder, where there is one; from LLVMFuzzerInitialize, whose result this
/// returns
template <typename Make>
int makeSeeds(Make make)
{
    if (const char* const folder = std::getenv("POLYLOGUE_FUZZ_SEEDS"))
        make(std::filesystem::path(folder));
    return 0;
}

inline void writeSeed(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

}
