#pragma once

#include "engine/core/segment_input.h"
#include "engine/packed/packed_file.h"

#include <array>

namespace engine {

/// D of text, sound and picture in a packed file; 0: it has none.
std::array<std::size_t, allModalities.size()> packedWidths(const PackedFile& file);

/// Whether each segment has one row, and no steps.
bool isUtteranceLevel(const PackedFile& file);

/// What a model sees of a packed segment: the rows of each modality, without padding. A modality that its
/// fold lacks has no columns.
/// @param window  where segments have one row each: as many segments up to this one, of its video and fold,
/// in the order of the file, are its steps
/// @throws as PackedFile::read().
SegmentInput packedInput(const PackedFile& file, std::size_t place, std::size_t window = 1);

}
