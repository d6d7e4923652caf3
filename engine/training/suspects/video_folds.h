#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace engine {

/// How many folds there usually are: 5, or as many as there are videos. @param ids  of segments
std::size_t usualVideoFolds(const std::vector<std::string>& ids);

/// The fold of each segment, so that no video is in two and each fold has about as many segments.
/// @param ids    N, `video[k]`
/// @param where  for messages: the file
/// @throws FormatError (`too_few_videos`) for fewer videos than folds, or fewer folds than 2.
std::vector<std::size_t> videoFolds(const std::vector<std::string>& ids, std::size_t folds,
                                    std::uint64_t seed, const std::string& where);

}
