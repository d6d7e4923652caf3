#include "engine/packed/packed_kind.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>

namespace engine {

namespace {

/// In small letters.
std::string endingOf(const std::filesystem::path& path)
{
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return ending;
}

}

bool isPackedFile(const std::filesystem::path& path)
{
    const std::string ending = endingOf(path);
    return ending == ".h5" || ending == ".hdf5" || ending == ".npz" || isPickleFile(path);
}

bool mayBeHdf5(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::array<char, 2> beginning{};
    file.read(beginning.data(), beginning.size());
    return isPackedFile(path) && !(beginning[0] == 'P' && beginning[1] == 'K') && beginning[0] != '\x80';
}

bool isPickleFile(const std::filesystem::path& path)
{
    const std::string ending = endingOf(path);
    return ending == ".pkl" || ending == ".pickle";
}

}
