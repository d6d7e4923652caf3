#pragma once

#include "engine/packed/packed_arrays.h"
#include "engine/training/data/feature_data.h"

#include <string>
#include <string_view>
#include <vector>

namespace engine {

// The arrays of a fold that say whose turn of which conversation a segment is (readFeatureFile()).

inline constexpr const char* kConversationArray = "conversation";
inline constexpr const char* kParticipantArray = "participant";

/// Whether an array of this name holds numbers of each participant, which are no steps of a segment.
bool isOfParticipants(std::string_view array);

/// The turns of N segments; without `start` they follow each other as the file has them, without `end` a turn
/// ends where it starts.
/// @throws FormatError (`bad_features`) for times that are not N finite numbers.
std::vector<Turn> turnsIn(const std::string& file, const PackedArrayMap& arrays,
                          std::vector<std::string> conversations, std::vector<std::string> participants);

/// Labels and features of participants who listen, where the fold has turns and such arrays.
/// @throws FormatError (`bad_features`) for arrays of another shape.
void readParticipants(const std::string& file, const PackedArrayMap& arrays, FoldData& fold);

}
