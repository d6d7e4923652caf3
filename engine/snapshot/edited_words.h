#pragma once

#include "engine/sequences/computational_sequence.h"
#include "engine/snapshot/words_view.h"

#include <map>
#include <memory>
#include <string>

namespace engine {

/// A dataset's words with the project's laid over them, by video.
///
/// Where a video still has the words of its file, only times differ, and they go into its own entries (`v`,
/// or its segments `v[k]`). Where words came, went or changed their text, one entry `v` takes the place of
/// all.
/// @param file  null: the dataset has no words, all are the project's
/// @throws FormatError (`data_invalid`) where an entry cannot be read.
ComputationalSequence withWords(const std::shared_ptr<const SequenceFile>& file,
                                const std::map<std::string, WordsView>& words);

}
