#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace engine {

/// Whether the name is that of an archive that readTar() may read (`.tar`); the file need not be there.
bool isTarName(const std::filesystem::path& path);

/// A path that leads into an archive: `shards/0001.tar/clip7.mp4`.
struct TarPlace {
    std::filesystem::path archive;
    std::string member;
    friend bool operator==(const TarPlace&, const TarPlace&) = default;
};

/// Absent where no part in front of the last is a regular file with the name of an archive.
std::optional<TarPlace> placeInTar(const std::filesystem::path& path);

}
