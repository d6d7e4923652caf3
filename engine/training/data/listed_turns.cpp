#include "engine/training/data/listed_turns.h"

#include "engine/conversations/conversation_folds.h"
#include "engine/conversations/listed_conversations.h"
#include "engine/conversations/time_axis.h"
#include "engine/core/segment_id.h"

namespace engine {

ListedTurns::ListedTurns(const DatasetList& list, const SegmentRecipe& recipe)
    : m_file(list.name)
    , m_conversations(listedConversations(list))
{
    const DatasetList::Sequence* const labels = list.sequence(recipe.labels);
    if (!m_conversations.empty() && labels)
        m_areInConversationTime = isInConversationTime(openSequence(list, recipe.labels).metadata());
}

void ListedTurns::tell(FoldData& fold) const
{
    if (m_conversations.empty() || fold.spans.size() != fold.size())
        return;
    std::vector<Turn> turns;
    for (std::size_t i = 0; i < fold.size(); ++i) {
        const std::string entry = entryOfSegment(fold.ids[i]);
        const Conversation* const conversation = m_conversations.of(entry);
        const ConversationParticipant* const who = m_conversations.participantOf(entry);
        if (!conversation || !who)
            return;
        const RecordingTime time = m_areInConversationTime ? RecordingTime() : who->time;
        turns.push_back(
            {conversation->id, who->id, time.ofFile(fold.spans[i].start), time.ofFile(fold.spans[i].end)});
    }
    fold.turns = std::move(turns);
}

std::vector<std::string> ListedTurns::doubtsOf(const FoldLists& folds) const
{
    std::vector<std::string> doubts;
    for (const Finding& finding : foldFindings(folds, m_conversations, m_file))
        doubts.push_back(finding.code + ": " + finding.message);
    return doubts;
}

}
