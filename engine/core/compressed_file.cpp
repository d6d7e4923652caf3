#include "engine/core/compressed_file.h"

#include "engine/core/error.h"

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <utility>

namespace engine {

namespace {

namespace fs = std::filesystem;

/// The program that unpacks what begins so; empty: it is not compressed, as far as is known.
std::string_view unpackerOf(std::string_view head)
{
    using namespace std::string_view_literals;
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> known{
        {{"\x1f\x8b"sv, "gunzip"},
         {"BZh"sv, "bunzip2"},
         {"PK\x03\x04"sv, "unzip"},
         {"\xfd"
          "7zXZ"sv,
          "unxz"},
         {"\x28\xb5\x2f\xfd"sv, "unzstd"},
         {"\x04\x22\x4d\x18"sv, "unlz4"}}};
    for (const auto& [magic, program] : known) {
        if (head.starts_with(magic))
            return program;
    }
    return {};
}

}

void refuseCompressed(std::string_view head, const fs::path& file)
{
    const std::string_view unpacker = unpackerOf(head);
    if (!unpacker.empty())
        throw FormatError("tar_compressed", file.string(),
                          fmt::format("is compressed; expected an uncompressed tar, whose files can be read "
                                      "where they lie ({} unpacks it)",
                                      unpacker));
}

void refuseCompressed(const fs::path& file)
{
    std::error_code unreadable;
    if (!fs::is_regular_file(file, unreadable)) // a pipe would wait
        return;
    std::array<char, 16> head{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(head.data(), head.size());
    refuseCompressed(std::string_view{head.data(), static_cast<std::size_t>(stream.gcount())}, file);
}

}
