#pragma once

#include "engine/annotation/annotation.h"
#include "engine/suspects/word_edge.h"

namespace app {

/// The word of a video that has this boundary, within 0.05 s of where it was. 0: none has it any more.
engine::SegmentId wordOfEdge(const engine::Annotation& annotation, const std::string& video,
                             const engine::WordEdge& edge);

}
