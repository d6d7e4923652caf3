#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"
#include "engine/sequences/shifted_sequence.h"

#include <map>
#include <string>

/// Offsets of sequences whose times do not begin where the video's timeline does. A project keeps them as
/// items. They never move words and labels that people made or edited.
namespace engine {

inline constexpr auto kOffsetItems = "sequence_offset";

/// Seconds by which the rows of one video lie later than the files say, by the keys of sequences.
using SequenceOffsets = std::map<std::string, double>;

/// The offsets that the project has for this video; an item that cannot be read counts as none.
SequenceOffsets sequenceOffsets(const Annotation& annotation, const std::string& video);

/// The offsets of all videos that have any, by video.
using ProjectOffsets = std::map<std::string, SequenceOffsets>;
ProjectOffsets projectOffsets(const Annotation& annotation);

/// The offsets of one video.
SequenceOffsets offsetsOfVideo(const ProjectOffsets& offsets, const std::string& video);

/// The offsets of one sequence in all videos.
VideoOffsets offsetsOf(const ProjectOffsets& offsets, const std::string& key);
VideoOffsets offsetsOf(const Annotation& annotation, const std::string& key);

/// The change that sets an offset; 0 s removes it.
Change putSequenceOffset(const Annotation& annotation, const std::string& video, const std::string& key,
                         double seconds);

}
