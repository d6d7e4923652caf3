#pragma once

#include "engine/recipes/video_run.h"

#include <string>
#include <vector>

namespace engine {

/// Finds what a recipe asks for without effect: names in `output_files` that nothing has, videos in several
/// folds, a `remove_id` of nobody, sequences of which nothing remains.
class RunWarnings {
public:
    /// @param divided  whether this is a shard, whose part may be empty
    RunWarnings(const Recipe& recipe, const RecipePlan& plan, bool divided);
    void take(const VideoResult& result);
    /// One per fault, when all videos were taken.
    std::vector<std::string> sentences() const;

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
    bool m_divided;
};

}
