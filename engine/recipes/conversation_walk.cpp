#include "engine/recipes/conversation_walk.h"

#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

ConversationWalk::ConversationWalk(const RecipePlan& plan, const VideoRunSettings& settings,
                                   const std::vector<std::string>& videos)
    : m_plan(plan)
    , m_wanted(videos.size())
    , m_at(videos.front())
{
    for (const std::string& video : videos)
        m_walks.emplace_back(plan, settings, video);
    if (plan.lastJointStep == 0)
        return;
    m_conversation = plan.conversations.of(videos.front());
    if (!m_conversation)
        return;
    for (const ConversationParticipant& who : m_conversation->participants) {
        const std::string entry = m_conversation->entryOf(who);
        if (std::ranges::find(videos, entry) == videos.end())
            m_walks.emplace_back(plan, settings, entry);
    }
}

void ConversationWalk::apply(std::size_t step)
{
    if (m_conversation && step > 0) {
        const RecipeStep& one = m_plan.steps[step - 1];
        const auto* unify = std::get_if<UnifyStep>(&one);
        if (const auto* partner = std::get_if<PartnerStep>(&one))
            return add(step, *partner);
        if (unify && unify->wholeConversations)
            return unifyWhole(step, *unify);
    }
    applyToAll(step);
}

void ConversationWalk::applyToAll(std::size_t step)
{
    const std::size_t count = step <= m_plan.lastJointStep ? m_walks.size() : m_wanted;
    for (std::size_t i = 0; i < count; ++i) {
        m_at = m_walks[i].part().video;
        m_walks[i].apply(step);
    }
}

void ConversationWalk::add(std::size_t step, const PartnerStep& partner)
{
    std::vector<PartnerPart> people;
    m_at = m_walks.front().part().video;
    for (VideoWalk& walk : m_walks)
        walk.begin(step);
    for (const ConversationParticipant& who : m_conversation->participants) {
        const std::string entry = m_conversation->entryOf(who);
        const auto walk
            = std::ranges::find_if(m_walks, [&](VideoWalk& one) { return one.part().video == entry; });
        people.push_back({&who, &walk->part()});
    }
    addPartners(people, partner, m_plan.inConversationTime[step]);
    for (VideoWalk& walk : m_walks) { // what belongs to all
        if (!m_plan.conversations.participantOf(walk.part().video))
            addNoPartners(walk.part(), partner);
    }
}

void ConversationWalk::unifyWhole(std::size_t step, const UnifyStep& unify)
{
    std::vector<std::string> lacking;
    for (const ConversationParticipant& who : m_conversation->participants) {
        const std::string entry = m_conversation->entryOf(who);
        const auto walk
            = std::ranges::find_if(m_walks, [&](VideoWalk& one) { return one.part().video == entry; });
        if (!missingIn(walk->part()).empty())
            lacking.push_back(who.id);
    }
    const bool isAny = std::ranges::any_of(m_walks, [&](VideoWalk& walk) { return isAnywhere(walk.part()); });
    applyToAll(step);
    if (lacking.empty() || !isAny)
        return;
    for (VideoWalk& walk : m_walks) {
        if (!isAnywhere(walk.part()))
            continue;
        m_at = walk.part().video;
        if (!unify.active)
            throw FormatError("not_unified", m_at,
                              fmt::format("the conversation of this video lacks {}, so the dataset is not "
                                          "unified",
                                          fmt::join(lacking, ", ")));
        walk.report().lackingParticipants = lacking;
        for (SequencePart& sequence : walk.part().sequences)
            sequence.clear();
    }
}

std::vector<VideoResult> ConversationWalk::take()
{
    std::vector<VideoResult> results;
    for (std::size_t i = 0; i < m_wanted; ++i)
        results.push_back(m_walks[i].take());
    return results;
}

}
