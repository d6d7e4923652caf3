#include "engine/download/file_check.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"
#include "engine/download/file_kind.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <fstream>
#include <set>

namespace engine {

namespace {

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

const std::set<std::string, std::less<>> kPages{".html", ".htm", ".xhtml"};

bool isWebPage(std::string_view beginning)
{
    if (beginning.starts_with("\xef\xbb\xbf"))
        beginning.remove_prefix(3);
    beginning.remove_prefix(std::min(beginning.find_first_not_of(" \t\r\n"), beginning.size()));
    const std::string start = inLowerCase(std::string(beginning.substr(0, 16)));
    return start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<head");
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
    return kindOfName(path).name == "HDF5";
}

std::string problemOfBeginning(std::string_view beginning, const std::filesystem::path& finalName)
{
    const NamedKind named = kindOfName(finalName);
    if (named.name.empty()) {
        const bool isPage
            = isWebPage(beginning) && !kPages.contains(inLowerCase(finalName.extension().string()));
        return isPage ? fmt::format("is a web page: \"{}\"", firstLine(beginning)) : "";
    }
    if (beginning.empty())
        return "is empty";
    if (looksLikeText(beginning)) // before its kind: "The free …" has a box of MP4 in its place
        return fmt::format("is not {}, but text: \"{}\"",
                           named.isMedia ? std::string_view("sound or video") : named.name,
                           firstLine(beginning));
    const std::string_view kind = kindOfBytes(beginning);
    if (named.takes(kind))
        return {};
    return kind.empty() ? fmt::format("is not {}", named.name)
                        : fmt::format("is not {}, but {}", named.name, kind);
}

std::string problemOfFile(const std::filesystem::path& path, const std::filesystem::path& finalName)
{
    std::error_code missing;
    const std::uintmax_t size = std::filesystem::file_size(path, missing);
    std::ifstream file(path, std::ios::binary);
    if (missing || !file)
        throw IoError("file_not_found", path.string(), "there is no such file, or it cannot be read");
    std::string start(512, '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    if (const std::string problem = problemOfBeginning(start, finalName); !problem.empty())
        return problem;
    if (!shouldBeHdf5(finalName))
        return {};
    const std::optional<std::uintmax_t> length = lengthOfHdf5(start);
    if (length && *length > size)
        return fmt::format("is cut off: it has {} bytes and should have {}", size, *length);
    return {};
}

}
