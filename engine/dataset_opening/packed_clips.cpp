#include "engine/dataset_opening/packed_clips.h"

#include "engine/sequences/computational_sequence.h"

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

void addFolds(DatasetList& list, const PackedVideos& videos)
{
    std::set<std::string> known;
    for (const auto& [fold, members] : list.folds)
        known.insert(members.begin(), members.end());
    for (const auto& [fold, members] : videos.folds()) {
        for (const std::string& id : members) {
            if (!known.contains(strippedId(id)) && known.insert(id).second)
                list.folds[fold].push_back(id);
        }
    }
}

std::size_t dropOtherMedia(DatasetList& list, const std::set<std::string>& ids,
                           const std::set<std::string>& segments)
{
    const bool areApart = saidLayout(list) == PackedLayout::Apart;
    const std::size_t clips = areApart ? 0 : std::erase_if(list.media.edit(), [&](const auto& media) {
        return segments.contains(media.id) && !ids.contains(media.id);
    });
    if (list.mediaAreGuessed)
        std::erase_if(list.media.edit(), [&](const auto& media) { return !areApart || !ids.contains(media.id); });
    return clips;
}

}
