#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"
#include "engine/sequences/shifted_sequence.h"

#include <QString>

#include <map>
#include <string>

/// Sequences whose times do not begin where a video's timeline does: by how much, a project notes as items.
/// Words and labels that people made or edited are not moved.
namespace app {

inline constexpr auto kOffsetItems = "sequence_offset";

/// Seconds by which the rows of one video lie later than the files say, by the keys of sequences.
using SequenceOffsets = std::map<std::string, double>;

/// Those that the project notes; what cannot be read counts as none.
SequenceOffsets sequenceOffsets(const engine::Annotation& annotation, const std::string& video);

double offsetOf(const SequenceOffsets& offsets, const QString& key); ///< 0 where there is none

/// Those of all videos that have any.
using ProjectOffsets = std::map<std::string, SequenceOffsets>;
ProjectOffsets projectOffsets(const engine::Annotation& annotation);

/// Those of one video among them.
SequenceOffsets offsetsOfVideo(const ProjectOffsets& offsets, const std::string& video);

/// The same for a sequence in all videos.
engine::VideoOffsets offsetsOf(const ProjectOffsets& offsets, const std::string& key);
engine::VideoOffsets offsetsOf(const engine::Annotation& annotation, const std::string& key);

/// Another offset; 0: none.
engine::Change putSequenceOffset(const engine::Annotation& annotation, const std::string& video,
                                 const std::string& key, double seconds);

}
