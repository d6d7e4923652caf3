#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>

namespace engine::test {

/// A dataset with errors in its sequences.
struct PlantedSequences {
    std::filesystem::path dataset; ///< dataset.json
    std::set<std::string> wrong; ///< `video[k]`, of the labels' rows
};

/// Copies what differs of a dataset with sequences `words`, `word_vectors`, `acoustic`, `visual` and `labels`
/// into a folder: `late_sound` (0.4 s), `other_face`, `word_edge` (0.25 to 0.4 s, one boundary), or `none`.
/// @param share  of the labelled segments, seeded
PlantedSequences plantInSequences(const std::filesystem::path& dataset, const std::string& kind, double share,
                                  std::uint64_t seed, const std::filesystem::path& folder);

}
