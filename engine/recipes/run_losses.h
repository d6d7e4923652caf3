#pragma once

#include "engine/recipes/video_run.h"

#include <string>
#include <vector>

namespace engine {

/// Counts what the steps leave out of the result: videos and ids that a sequence lacks, rows without times.
/// The report (`alignment.json`) names each of them.
class RunLosses {
public:
    explicit RunLosses(const RecipePlan& plan);
    void take(const VideoResult& result);
    /// One sentence per step and kind of loss; to be called when all videos were taken.
    std::vector<std::string> sentences() const;

private:
    struct Loss {
        std::size_t count = 0;
        std::string first; ///< an example, with its place
        void add(std::size_t more, const std::string& example);
    };
    struct OfStep {
        std::string name; ///< `Step 1 (align)`
        Loss videos;
        Loss ids;
        Loss conversations; ///< videos that others of their conversation are dropped with
        std::map<std::string, Loss> rowsWithoutTimes; ///< by sequence
    };

    std::vector<OfStep> m_steps;
};

}
