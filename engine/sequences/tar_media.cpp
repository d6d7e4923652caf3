#include "engine/sequences/tar_media.h"

#include "engine/core/tar_archive.h"
#include "engine/core/tar_place.h"
#include "engine/sequences/media_folders.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>
#include <tuple>

namespace engine {

namespace {

/// `deep/clip7` of `deep/clip7.left.mp4`.
std::string sampleOf(const std::string& member)
{
    const std::size_t name = member.rfind('/') + 1;
    return member.substr(0, member.find('.', name + 1));
}

}

std::string TarMedia::remark(std::span<const std::string_view> read) const
{
    std::vector<std::string> counted;
    for (const auto& [extension, count] : siblings) {
        if (std::ranges::find(read, extension) == read.end())
            counted.push_back(fmt::format("{} {}", count, extension));
    }
    if (counted.empty())
        return {};
    return fmt::format("files beside the media that are not read: {}; unpack them to use them",
                       fmt::join(counted, ", "));
}

TarMedia mediaInTar(const std::filesystem::path& archive)
{
    const auto listing = readTar(archive);
    const std::filesystem::path whole = std::filesystem::absolute(archive);
    TarMedia found;
    std::set<std::string> samples;
    for (const TarMember& member : listing->members) {
        const std::filesystem::path name = member.name;
        if (!isMediaFile(name))
            continue;
        found.media.push_back({name.stem().string(), whole / name, "", ""});
        samples.insert(sampleOf(member.name));
    }
    for (const TarMember& member : listing->members) {
        const std::filesystem::path name = member.name;
        if (!isMediaFile(name) && samples.contains(sampleOf(member.name)))
            ++found.siblings[name.extension().string()];
    }
    std::sort(found.media.begin(), found.media.end(),
              [](const auto& a, const auto& b) { return std::tie(a.id, a.file) < std::tie(b.id, b.file); });
    return found;
}

std::vector<CompactPath> mediaFilesAt(const std::filesystem::path& path)
{
    std::error_code unknown;
    const bool isFolder = std::filesystem::is_directory(path, unknown);
    if (!isFolder && !isTarName(path))
        return {path};
    std::vector<CompactPath> files;
    std::vector<ListedMedia> media
        = isFolder ? mediaBelow(std::filesystem::absolute(path)) : std::move(mediaInTar(path).media);
    files.reserve(media.size());
    for (ListedMedia& each : media)
        files.push_back(std::move(each.file));
    return files;
}

}
