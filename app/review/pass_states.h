#pragma once

#include "engine/project_items/review_pass.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// How the places of a pass stand: which are done, and with which answers. Places count as in the pass.
class PassStates {
public:
    void read(const engine::Annotation& annotation, const engine::ReviewPass& pass);
    /// @return whether the answer at the place is another than when it was last read
    bool readAt(const engine::Annotation& annotation, const engine::ReviewPass& pass, std::size_t place);
    /// The same for all places of a video. @return the first whose answer is another; absent: none is
    std::optional<std::size_t> readVideo(const engine::Annotation& annotation, const engine::ReviewPass& pass,
                                         const std::string& video);
    void clear() { m_states.clear(); }

    std::size_t size() const { return m_states.size(); }
    bool isDone(std::size_t place) const { return m_states[place].isDone; }
    bool isFlagged(std::size_t place) const
    {
        return m_states[place].judgement && m_states[place].judgement->flagged;
    }
    std::size_t done() const;
    /// The first place from this one on that is to be done, from the start again after the last; absent: all
    /// are done.
    std::optional<std::size_t> nextToDo(std::size_t from) const;
    /// Whether a segment of the video is still to be judged. Of a video that the pass does not have, as well.
    bool isToBeDone(const engine::ReviewPass& pass, const std::string& video) const;

    /// All places in another order: those that are done, the one in hand, then the others.
    /// @param rest  comes first of the others; those that it lacks come last
    std::vector<std::size_t> ordered(const std::vector<std::size_t>& rest,
                                     std::optional<std::size_t> inHand) const;
    /// Puts the places of the pass, and how they stand, into this order. @param order  each place once
    void reorder(engine::ReviewPass& pass, const std::vector<std::size_t>& order);

private:
    struct State {
        bool isDone = false;
        std::optional<engine::Segment> judgement; ///< as it was when it was last read
    };
    bool readAt(const engine::Annotation& annotation, const engine::ReviewPass& pass, std::size_t place,
                const engine::Tier* judged);

    std::vector<State> m_states; ///< one per place
};

}
