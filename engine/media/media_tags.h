#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// Something that a media file says beside its pictures and its sound.
struct MediaTag {
    std::string place; ///< `file`, `stream 0`, `chapter 1`
    std::string name; ///< `creation_time`; of a stream that is neither picture nor sound, of what kind that is
    std::string value;
    friend bool operator==(const MediaTag&, const MediaTag&) = default;
};

/// All tags of a file, of its streams and chapters; streams that are neither picture nor sound, pictures that are
/// attached. Reads the header alone.
/// @throws IoError (`file_not_found`, `not_media`)
std::vector<MediaTag> mediaTags(const std::filesystem::path& file);

}
