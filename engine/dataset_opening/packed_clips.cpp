#include "engine/dataset_opening/packed_clips.h"

#include "engine/core/error.h"
#include "engine/media/media_info.h"

#include <algorithm>
#include <map>

namespace engine {

void addPackedFiles(DatasetList& list)
{
    std::vector<std::filesystem::path> files;
    std::vector<std::filesystem::path> pickles;
    for (const auto& item : std::filesystem::directory_iterator(list.root)) {
        const std::string ending = item.path().extension().string();
        std::error_code unreadable;
        if (isPackedFile(item.path()) && item.is_regular_file(unreadable))
            (ending == ".pkl" || ending == ".pickle" ? pickles : files).push_back(item.path());
    }
    if (files.empty())
        files = std::move(pickles);
    std::ranges::sort(files);
    for (const std::filesystem::path& file : files)
        list.sequences.push_back({"", file.stem().string(), file});
}

void addFolds(DatasetList& list, const PackedFile& file)
{
    std::set<std::string> known;
    for (const auto& [fold, members] : list.folds)
        known.insert(members.begin(), members.end());
    for (const auto& [fold, members] : file.folds()) {
        for (const std::string& id : members) {
            if (known.insert(id).second)
                list.folds[fold].push_back(id);
        }
    }
}

void nameClips(DatasetList& list, const std::set<std::string>& ids)
{
    std::map<std::string, std::string> joined; // `video_clip` → the id
    for (const std::string& id : ids) {
        if (const std::size_t at = id.find("$_$"); at != std::string::npos)
            joined.emplace(id.substr(0, at) + "_" + id.substr(at + 3), id);
    }
    for (DatasetList::Media& media : list.media) {
        if (ids.contains(media.id))
            continue;
        const std::string inFolder = media.file.parent_path().filename().string() + "$_$" + media.id;
        if (ids.contains(inFolder))
            media.id = inFolder;
        else if (const auto found = joined.find(media.id); found != joined.end())
            media.id = found->second;
    }
    if (list.mediaAreGuessed)
        std::erase_if(list.media, [&](const auto& media) { return !ids.contains(media.id); });
}

PackedFile::ClipSeconds clipSeconds(const DatasetList& list, TimeZero zero)
{
    std::map<std::string, std::filesystem::path> clips;
    for (const auto& media : list.media)
        clips.emplace(media.id, media.file);
    return [clips = std::move(clips), zero](const std::string& id) -> std::optional<double> {
        const auto clip = clips.find(id);
        if (clip == clips.end())
            return std::nullopt;
        try {
            return probeMedia(MediaFile(clip->second, zero)).duration;
        } catch (const Error&) {
            return std::nullopt; // opening it says why
        }
    };
}

}
