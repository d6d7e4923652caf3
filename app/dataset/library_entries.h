#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/document/tier_views.h"
#include "widgets/library/library_entry_list.h"

#include <set>

namespace app {

/// One entry for each of these ids, from the dataset list alone: no file is opened. Ids with media come
/// first, in the order of the list, then those without, by name. Takes linear time but for the sorting: a
/// dataset may have a million videos.
/// @param list  its media have one id each
std::shared_ptr<const widgets::ListedVideos> listedVideos(const engine::DatasetList& list,
                                                          const std::set<std::string>& ids);

/// The entry with length, coverage, labels and words from the files, moved by its offsets. What cannot be
/// read is left out; opening the video says so.
widgets::LibraryEntry readLibraryEntry(const OpenDataset& dataset, widgets::LibraryEntry entry,
                                       const engine::SequenceOffsets& offsets = {});

/// Replaces the words or labels of an entry by those of a project.
void takeWords(widgets::LibraryEntry& entry, const engine::TimedText& words);
void takeLabels(widgets::LibraryEntry& entry, const LabelsView& labels);

}
