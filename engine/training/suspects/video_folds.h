#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace engine {

/// The fold of each segment, so that no video is in two and each fold has about as many segments.
/// @param ids    N, `video[k]`
/// @param where  for messages: the file
/// @throws FormatError (`too_few_videos`) for fewer videos than folds, or fewer folds than 2.
std::vector<std::size_t> videoFolds(const std::vector<std::string>& ids, std::size_t folds,
                                    std::uint64_t seed, const std::string& where);

}
