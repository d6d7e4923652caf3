#pragma once

#include "engine/packed/packed_videos.h"
#include "engine/sequences/dataset_list.h"

#include <set>
#include <string>

namespace engine {

/// Adds the packed files of the list's folder itself, by name; only where there are none, a pickle, of which
/// opening says how it is converted.
void addPackedFiles(DatasetList& list);

/// Adds the folds of packed segments. Ids that are in a fold of the list already stay there.
void addFolds(DatasetList& list, const PackedVideos& videos);

/// Of media that were looked for beside a packed file, those that are no clips of segments are left out.
/// @param ids  of all videos
void dropOtherMedia(DatasetList& list, const std::set<std::string>& ids);

}
