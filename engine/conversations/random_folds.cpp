#include "engine/conversations/random_folds.h"

#include <algorithm>

namespace engine {

FoldedTalk foldedTalk(const Conversation& conversation, std::size_t turns)
{
    FoldedTalk talk{conversation.id, turns, {}, conversation.episode};
    for (const ConversationParticipant& who : conversation.participants) {
        if (!who.who().empty())
            talk.people.push_back(who.who());
    }
    return talk;
}

RandomFolds randomFolds(std::vector<FoldedTalk> talks, const std::vector<SplitShare>& wished, FoldUnit unit,
                        std::uint64_t seed)
{
    const bool areSilent = std::ranges::all_of(talks, [](const FoldedTalk& talk) { return talk.turns == 0; });
    std::vector<SplitVideo> videos;
    for (FoldedTalk& talk : talks) {
        SplitVideo& video
            = videos.emplace_back(SplitVideo{talk.id, areSilent ? 1.0 : static_cast<double>(talk.turns)});
        if (unit == FoldUnit::Person)
            video.speakers = std::move(talk.people);
        if (unit == FoldUnit::Episode)
            video.source = std::move(talk.episode);
    }
    const GroupSplits drawn = groupSplits(videos, wished, seed);
    RandomFolds result{{}, drawn.tooLarge, drawn.largestDeviation};
    for (const SplitShare& fold : wished)
        result.folds[fold.name];
    for (const auto& [id, place] : drawn.videos)
        result.folds[place.split].push_back(id);
    return result;
}

}
