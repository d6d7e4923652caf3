#pragma once

#include "engine/recipes/video_run.h"

#include <string>
#include <vector>

namespace engine {

/// Finds what a recipe asks for without effect: names in `output_files` that nothing has, videos in several
/// folds, a `remove_id` of nobody, sequences of which nothing remains.
class RunWarnings {
public:
    RunWarnings(const Recipe& recipe, const RecipePlan& plan);
    void take(const VideoResult& result);
    /// One per fault, when all videos were taken. Those of all shards together are those of the whole.
    std::vector<std::string> sentences() const;
    /// Sequences of which nothing remains; of the whole, those of every shard.
    std::vector<std::string> emptied() const;

private:
    struct Removal {
        std::string id;
        bool isDue = false; ///< the video was worked on, or nobody has it
        bool isDone = false;
    };

    std::vector<std::string> m_ofRecipe;
    std::vector<std::pair<std::size_t, Removal>> m_removals; ///< by step, counted from 0
    std::vector<std::string> m_keys;
    std::vector<std::size_t> m_entries; ///< by sequence
};

}
