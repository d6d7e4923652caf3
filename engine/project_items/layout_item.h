#pragma once

#include "engine/annotation/annotation.h"
#include "engine/packed/packed_layout.h"

#include <optional>

/// How packed segments became videos when the labels of a project were made: its edits are kept by video.
namespace engine {

Item layoutItem(PackedLayout layout);

/// The layout that a project with tiers needs; where none is noted, the names of its videos tell (projects of
/// earlier versions have each segment apart). Absent: the project has no tiers, and takes any.
std::optional<PackedLayout> layoutOfProject(const Annotation& annotation);

}
