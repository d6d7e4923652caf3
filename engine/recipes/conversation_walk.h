#pragma once

#include "engine/recipes/video_walk.h"

#include <string>
#include <vector>

namespace engine {

/// The way of a conversation's videos through the steps of a plan, one step of all before the next, since
/// some steps look at all participants at once. A video of no conversation goes by itself.
class ConversationWalk {
public:
    /// @param videos  neighbours in the plan, of one conversation; participants that are not among them go
    ///                along as far as the last step that looks at them, and have no result
    ConversationWalk(const RecipePlan& plan, const VideoRunSettings& settings,
                     const std::vector<std::string>& videos);

    /// Step 0 loads. @throws as the step; then failed() tells for which video.
    void apply(std::size_t step);
    const std::string& failed() const { return m_at; }
    /// One for each of `videos`.
    std::vector<VideoResult> take();

private:
    void applyToAll(std::size_t step);
    void add(std::size_t step, const PartnerStep& partner);
    void unifyWhole(std::size_t step, const UnifyStep& unify);

    const RecipePlan& m_plan;
    const Conversation* m_conversation = nullptr;
    std::vector<VideoWalk> m_walks; ///< of the videos, then of the others
    std::size_t m_wanted; ///< of the walks
    std::string m_at;
};

}
