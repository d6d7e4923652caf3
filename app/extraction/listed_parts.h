#pragma once

#include "engine/sequences/dataset_list.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What a participant has in a dataset list where it is no recording: the clips of the turns, or a channel
/// of the sound of all.
struct ListedPart {
    std::string name; ///< `C@P`
    std::filesystem::path file; ///< the first clip, or the sound
    double seconds = 0.0; ///< of all clips; 0: not known, the sound's
    int clips = 0; ///< 0: it is a channel
    std::optional<int> channel = {};
};

/// In the order of the list. @throws FormatError (`conversation_invalid`).
std::vector<ListedPart> listedParts(const engine::DatasetList& list);

}
