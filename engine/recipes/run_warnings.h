#pragma once

#include "engine/recipes/video_run.h"

#include <string>
#include <vector>

namespace engine {

/// Finds parts of a recipe that have no effect, or a doubtful effect: names in `output_files` that no
/// sequence has, videos in several folds, a `remove_id` of an id that does not exist, sequences of which
/// nothing remains.
class RunWarnings {
public:
    RunWarnings(const Recipe& recipe, const RecipePlan& plan);
    void take(const VideoResult& result);
    /// One sentence per fault; to be called when all videos were taken. All shards together give the
    /// sentences of a run in one piece.
    std::vector<std::string> sentences() const;
    /// Sequences of which nothing remains. In a run in shards, a sequence is empty as a whole when every
    /// shard names it.
    std::vector<std::string> emptied() const;

private:
    struct Removal {
        std::string id;
        bool isDue = false; ///< the video was processed, or no sequence has it
        bool isDone = false;
    };

    std::vector<std::string> m_ofRecipe;
    std::vector<std::pair<std::size_t, Removal>> m_removals; ///< by step, counted from 0
    std::vector<std::string> m_keys;
    std::vector<std::size_t> m_entries; ///< by sequence
};

}
