#pragma once

#include "engine/core/run_context.h"
#include "engine/deidentify/deidentification_check.h"

#include <filesystem>

namespace engine {

inline constexpr auto kLookList = "index.json"; ///< of a page: `picture`, `video`, `seconds`, `why` of each

/// Writes a page of at most 100 pictures of a finished folder, for a person who looks at them: first where a finder saw
/// something or somebody was not found for a while, then pictures evenly through all videos. The page says how to note
/// that it was looked at.
///
/// @param page  a folder that is made: `index.html`, `001.png`, …, and `index.json`: `picture`, `video`, `seconds`, `why` of each
/// @return how many pictures
/// @throws IoError, Cancelled.
std::size_t writeLookPage(const std::filesystem::path& folder, const DeidentificationCheck& check,
                          const std::filesystem::path& page, const RunContext& run);

}
