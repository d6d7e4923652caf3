#include "engine/sequences/tar_media.h"

#include "engine/core/tar_archive.h"
#include "engine/core/tar_place.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>
#include <tuple>

namespace engine {

std::string TarMedia::remark() const
{
    if (siblings.empty())
        return {};
    std::vector<std::string> counted;
    for (const auto& [extension, count] : siblings)
        counted.push_back(fmt::format("{} {}", count, extension));
    return fmt::format("files beside the media that are not read: {}; unpack them to use them",
                       fmt::join(counted, ", "));
}

TarMedia mediaInTar(const std::filesystem::path& archive)
{
    const auto listing = readTar(archive);
    const std::filesystem::path whole = std::filesystem::absolute(archive);
    TarMedia found;
    std::set<std::string> stems; // with their folders
    for (const TarMember& member : listing->members) {
        const std::filesystem::path name = member.name;
        if (!isMediaFile(name))
            continue;
        found.media.push_back({name.stem().string(), whole / name, "", ""});
        stems.insert(std::filesystem::path(name).replace_extension().string());
    }
    for (const TarMember& member : listing->members) {
        const std::filesystem::path name = member.name;
        if (!isMediaFile(name) && stems.contains(std::filesystem::path(name).replace_extension().string()))
            ++found.siblings[name.extension().string()];
    }
    std::sort(found.media.begin(), found.media.end(),
              [](const auto& a, const auto& b) { return std::tie(a.id, a.file) < std::tie(b.id, b.file); });
    return found;
}

std::vector<std::filesystem::path> mediaFilesAt(const std::filesystem::path& path)
{
    std::error_code unknown;
    const bool isFolder = std::filesystem::is_directory(path, unknown);
    if (!isFolder && !isTarName(path))
        return {path};
    std::vector<std::filesystem::path> files;
    for (const DatasetList::Media& each : isFolder ? datasetOfFolder(path).media : mediaInTar(path).media)
        files.push_back(each.file);
    return files;
}

}
