#include "engine/packed/packed_layout.h"

#include "engine/core/segment_id.h"

#include <algorithm>
#include <map>
#include <set>

namespace engine {

namespace {

constexpr auto kLayoutField = "packed_segments"; ///< of a list
constexpr auto kApart = "apart";
constexpr auto kTogether = "together";

}

std::optional<PackedLayout> saidLayout(const DatasetList& list)
{
    const auto field = list.more.find(kLayoutField);
    if (field == list.more.end())
        return std::nullopt;
    return *field == kApart ? PackedLayout::Apart : PackedLayout::Together;
}

void sayLayout(DatasetList& list, PackedLayout layout)
{
    list.more[kLayoutField] = layout == PackedLayout::Apart ? kApart : kTogether;
}

PackedLayout layoutOf(const DatasetList& list, const PackedFile& file)
{
    if (const auto said = saidLayout(list))
        return *said;
    std::set<std::string> names(file.ids().begin(), file.ids().end());
    if (!list.mediaAreGuessed) { // those that lie beside by chance are no recordings of these videos
        for (const std::string& id : file.ids())
            names.insert(videoOfSegment(id));
    }
    const bool hasClips = std::ranges::any_of(
        list.media, [&](const DatasetList::Media& media) { return names.contains(media.id); });
    return hasClips ? PackedLayout::Apart : PackedLayout::Together;
}

void nameClips(DatasetList& list, const std::vector<std::string>& ids)
{
    const std::set<std::string> known(ids.begin(), ids.end());
    std::map<std::string, std::string> joined; // `video_clip` → the id
    for (const std::string& id : ids) {
        const SegmentName name = segmentName(id);
        if (!name.clip.empty())
            joined.emplace(name.video + "_" + name.clip, id);
    }
    for (DatasetList::Media& media : list.media.edit()) {
        if (known.contains(media.id))
            continue;
        const std::string inFolder
            = media.file.path().parent_path().filename().string() + std::string(kClipSeparator) + media.id;
        if (known.contains(inFolder))
            media.id = inFolder;
        else if (const auto found = joined.find(media.id); found != joined.end())
            media.id = found->second;
    }
}

PackedFile::ClipSeconds
clipSeconds(const DatasetList& list,
            std::function<std::optional<double>(const std::filesystem::path&)> durationOf)
{
    std::map<std::string, std::filesystem::path> clips;
    for (const auto& media : list.media)
        clips.emplace(media.id, media.file);
    return [clips = std::move(clips),
            durationOf = std::move(durationOf)](const std::string& id) -> std::optional<double> {
        const auto clip = clips.find(id);
        return clip == clips.end() ? std::nullopt : durationOf(clip->second);
    };
}

const DatasetList::Sequence* packedSequenceOf(const DatasetList& list, std::span<const std::string> features)
{
    const DatasetList::Sequence* packed = nullptr;
    for (const DatasetList::Sequence& sequence : list.sequences) {
        if (isPackedFile(sequence.file)) {
            packed = packed ? packed : &sequence;
            continue;
        }
        if (std::ranges::find(features, sequence.name) != features.end())
            return nullptr;
    }
    return packed;
}

}
