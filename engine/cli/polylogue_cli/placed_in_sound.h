#pragma once

#include "engine/conversation_sources/placed_words.h"
#include "engine/core/run_context.h"

#include <filesystem>

namespace engine::cli {

/// The recording with sound of the same name beside a text; empty: there is none.
std::filesystem::path recordingBeside(const std::filesystem::path& text);

/// Where words are said in a recording, one after the other: `polylogue-extract` aligns them.
/// @throws IoError (`file_not_found`, `not_media`, …), Error (`aligner`) with a sentence; Cancelled.
PlacedWords placedInSound(const std::filesystem::path& sound, const std::vector<std::string>& words,
                          const RunContext& run);

}
