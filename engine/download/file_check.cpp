#include "engine/download/file_check.h"

#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

namespace engine {

namespace {

constexpr std::string_view signature = "\x89HDF\r\n\x1a\n";
constexpr std::size_t shortestHdf5 = 48; ///< the smallest superblock

/// The first line with anything in it, short and printable.
std::string firstLine(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    text = text.substr(begin, std::min(text.find_first_of("\r\n", begin), text.size()) - begin);
    constexpr std::size_t longest = 120;
    std::string line(text.substr(0, longest));
    std::ranges::replace_if(
        line, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
    return text.size() > longest ? line + "…" : line;
}

bool looksLikeText(std::string_view bytes)
{
    return std::ranges::none_of(bytes, [](unsigned char c) { return c < 0x09 || (c > 0x0d && c < 0x20); });
}

/// Little endian.
std::uintmax_t numberAt(std::string_view bytes, std::size_t offset, std::size_t size)
{
    std::uintmax_t value = 0;
    for (std::size_t i = std::min<std::size_t>(size, 8); i-- > 0 && offset + i < bytes.size();)
        value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
    return value;
}

/// How long the file is by its own superblock, at least (HDF5 file format 3.0, II.A); absent for versions
/// that we do not know.
std::optional<std::uintmax_t> lengthOfHdf5(std::string_view start)
{
    if (start.size() < shortestHdf5)
        return shortestHdf5;
    const auto version = static_cast<unsigned char>(start[8]);
    const auto offsetSize = static_cast<unsigned char>(start[version < 2 ? 13 : 9]);
    if (version > 3 || offsetSize < 2 || offsetSize > 8)
        return std::nullopt;
    const std::size_t base = version == 0 ? 24 : version == 1 ? 28 : 12; // base, one more address, end
    return std::max<std::uintmax_t>(numberAt(start, base + 2U * offsetSize, offsetSize),
                                    base + 3U * offsetSize);
}

}

bool shouldBeHdf5(const std::filesystem::path& path)
{
    return path.extension() == ".csd";
}

std::string problemOfBeginning(std::string_view beginning)
{
    if (beginning.starts_with(signature))
        return {};
    if (beginning.empty())
        return "is empty";
    if (looksLikeText(beginning))
        return fmt::format("is not HDF5, but text: \"{}\"", firstLine(beginning));
    return "is not HDF5";
}

std::string problemOfFile(const std::filesystem::path& path, const std::filesystem::path& finalName)
{
    if (!shouldBeHdf5(finalName))
        return {};
    std::error_code missing;
    const std::uintmax_t size = std::filesystem::file_size(path, missing);
    std::ifstream file(path, std::ios::binary);
    if (missing || !file)
        throw IoError("file_not_found", path.string(), "there is no such file, or it cannot be read");
    std::string start(512, '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    if (const std::string problem = problemOfBeginning(start); !problem.empty())
        return problem;
    const std::optional<std::uintmax_t> length = lengthOfHdf5(start);
    if (length && *length > size)
        return fmt::format("is cut off: it has {} bytes and should have {}", size, *length);
    return {};
}

}
