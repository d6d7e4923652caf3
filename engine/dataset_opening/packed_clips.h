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

/// Leaves out media that are no recordings of these videos: of those that were looked for beside a packed
/// file all that are no clips of segments; clips of segments that stand together, as their labels need it.
/// @param ids  of all videos
/// @param segments  ids of all segments
/// @return how many clips of segments were left out
std::size_t dropOtherMedia(DatasetList& list, const std::set<std::string>& ids,
                           const std::set<std::string>& segments);

}
