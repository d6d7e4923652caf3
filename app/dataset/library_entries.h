#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/document/tier_views.h"
#include "widgets/library/library_entry.h"

#include <set>

namespace app {

/// What a list says of each of these ids, without a look into its files: in the order of the list's media,
/// then those without media by name. Linear but for the sorting by name: a dataset may have 25 000 videos.
std::vector<widgets::LibraryEntryPtr> listedEntries(const engine::DatasetList& list,
                                                    const std::set<std::string>& ids);

/// The entry with its length, coverage, labels and words as the files have them, moved by its offsets; what
/// cannot be read is left out, and told when the video is opened.
widgets::LibraryEntry readLibraryEntry(const OpenDataset& dataset, widgets::LibraryEntry entry,
                                       const SequenceOffsets& offsets = {});

/// The same entry with the words or labels that a project has of it.
void takeWords(widgets::LibraryEntry& entry, const engine::TimedText& words);
void takeLabels(widgets::LibraryEntry& entry, const LabelsView& labels);

}
