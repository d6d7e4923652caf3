#pragma once

#include <nlohmann/json.hpp>
#include <random>

#include "tests/support/slow_sdk.h"

namespace engine::test {

/// A dataset that was written to a folder, and a recipe over it.
struct RandomCase {
    std::map<std::filesystem::path, SlowSequence> files;
    nlohmann::json recipe;
};

/// Draws datasets with everything that a careful user would not have (intervals that are unsorted, doubled,
/// inverted, empty, not finite; entries without rows; ids that begin alike; types and widths that differ) and
/// recipes over them.
///
/// The same seed gives the same case, whatever the standard library.
class RecipeGenerator {
public:
    RecipeGenerator(unsigned seed, std::filesystem::path folder);
    RandomCase draw();

private:
    /// What the rows of a sequence are like.
    struct Kind {
        ElementType intervals = ElementType::Float64;
        ElementType features = ElementType::Float32;
        std::vector<std::size_t> extents;
    };
    using Entries = std::vector<std::pair<std::string, Entry>>;

    std::size_t below(std::size_t bound) { return m_random() % bound; }
    bool oneIn(std::size_t bound) { return below(bound) == 0; }
    template <typename T, std::size_t N>
    const T& oneOf(const T (&choices)[N])
    {
        return choices[below(N)];
    }

    Kind kind();
    double time(ElementType type);
    IntervalArray intervals(ElementType type);
    FeatureArray features(const Kind& kind, std::size_t rows);
    std::vector<std::string> ids();
    Entries entries(const Kind& kind);
    /// Writes the sequence, in one of the ways that csd files are stored.
    std::string write(const std::string& folder, const std::string& rootName, const Entries& entries);

    nlohmann::json load();
    nlohmann::json step();
    nlohmann::json alignStep();
    nlohmann::json functions();
    nlohmann::json tensors();
    std::string key()
    {
        return m_keys.empty() ? "gone" : oneIn(60) ? "nobody" : m_keys[below(m_keys.size())];
    }

    std::mt19937 m_random;
    std::filesystem::path m_folder;
    RandomCase m_case;
    std::vector<std::string> m_videos;
    std::vector<std::string> m_keys; ///< so far in the recipe
    std::map<std::string, Kind> m_kinds;
    std::size_t m_idStyle = 0; ///< 0: videos, 1: segments, 2: both
    bool m_nasty = false;
    bool m_inverted = false;
    bool m_odd = false; ///< features that are not finite
    bool m_large = false; ///< integers with more digits than a double holds
    bool m_uneven = false; ///< entries of one sequence differ in type or width
    int m_files = 0;
};

}
