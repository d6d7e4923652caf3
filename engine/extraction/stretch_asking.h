#pragma once

#include "engine/core/run_context.h"
#include "engine/extraction/stretch_messages.h"

namespace engine {

/// Asks a program of its own where words are said, for as long as it takes.
/// @param program  `polylogue-extract`
/// @return as many stretches as are asked for, each with as many words
/// @throws Error (`aligner`) with a sentence, (`aligner_died`) where the program ended before; IoError where
/// no process can be made; Cancelled, after which the program has ended.
StretchReply askStretches(const std::filesystem::path& program, StretchWish wish, const RunContext& run);

}
