#pragma once

#include "engine/media/media_file.h"
#include "engine/packed/packed_file.h"
#include "engine/sequences/dataset_list.h"

#include <set>
#include <string>

namespace engine {

/// Adds the packed files of the list's folder itself, by name; only where there are none, a pickle, of which
/// opening says how it is converted.
void addPackedFiles(DatasetList& list);

/// Adds the folds of a packed file. Ids that are in a fold of the list already stay there.
void addFolds(DatasetList& list, const PackedFile& file);

/// Gives media the ids of the segments whose clips they are: MMSA's `Raw/video/clip.mp4`, `video_clip.mp4`.
/// Of guessed media, those that are no clip of a segment are left out.
/// @param ids  of the segments
void nameClips(DatasetList& list, const std::set<std::string>& ids);

/// How long the clips of a dataset last. It asks the disk.
PackedFile::ClipSeconds clipSeconds(const DatasetList& list, TimeZero zero);

}
