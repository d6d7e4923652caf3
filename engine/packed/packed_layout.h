#pragma once

#include "engine/packed/packed_file.h"
#include "engine/sequences/dataset_list.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace engine {

/// How the segments of packed files are shown as videos.
enum class PackedLayout {
    Apart, ///< each segment is a video of its own: `x$_$3`
    Together ///< the segments of a video follow each other on its timeline: `x$_$1`, `x$_$2` in `x`
};

/// The layout that a list says, in its field `packed_segments`; absent: it says none.
std::optional<PackedLayout> saidLayout(const DatasetList& list);
/// The list says this layout from now on, wherever it goes.
void sayLayout(DatasetList& list, PackedLayout layout);

/// The layout of a packed file in a dataset: what the list says, else Together, where no recording is the
/// clip of a segment, or claims to be one of its videos.
/// @param list  its clips are named already (nameClips())
PackedLayout layoutOf(const DatasetList& list, const PackedFile& file);

/// Gives media the ids of the segments whose clips they are: MMSA's `Raw/video/clip.mp4`, `video_clip.mp4`.
/// @param ids  of the segments
void nameClips(DatasetList& list, const std::vector<std::string>& ids);

/// How long the clips of a dataset last. @param durationOf  a media file; absent: it cannot be read
PackedFile::ClipSeconds
clipSeconds(const DatasetList& list,
            std::function<std::optional<double>(const std::filesystem::path&)> durationOf);

/// The first packed file of a list that models read as it is; null: none, or the list has csd files of these
/// features.
/// @param features  keys of the sequences that a recipe takes as text, sound and picture
const DatasetList::Sequence* packedSequenceOf(const DatasetList& list, std::span<const std::string> features);

}
