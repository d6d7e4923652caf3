#include "engine/alignment/listener_words.h"

#include "engine/alignment/recipe_sequences.h"
#include "engine/conversations/listed_conversations.h"
#include "engine/conversations/time_axis.h"

#include <algorithm>

namespace engine {

namespace {

constexpr const char* kPause = "sp";
constexpr const char* kListening = "_listening";

}

SegmentRecipe aboutListening(SegmentRecipe recipe)
{
    if (!recipe.isOfListeners)
        recipe.labels += kListening;
    recipe.isOfListeners = true;
    return recipe;
}

SegmentRecipe aboutSpeaking(SegmentRecipe recipe)
{
    if (recipe.isOfListeners && recipe.labels.ends_with(kListening))
        recipe.labels.resize(recipe.labels.size() - std::string_view(kListening).size());
    recipe.isOfListeners = false;
    return recipe;
}

ListenerWords::ListenerWords(const DatasetList& list, const CsdFile& words, const SegmentRecipe& recipe)
    : m_words(words)
{
    if (!recipe.isOfListeners)
        return;
    m_conversations = listedConversations(list);
    m_areInConversationTime = isInConversationTime(words.metadata());
}

RowWords ListenerWords::of(const std::string& video) const
{
    const Conversation* const conversation = m_conversations.of(video);
    const ConversationParticipant* const own = m_conversations.participantOf(video);
    if (!conversation || !own)
        return {readIntervals(m_words, video), textsOf(m_words, video), timeTypeOf(m_words, video)};
    std::vector<Interval> said;
    for (const ConversationParticipant& other : conversation->participants) {
        if (&other == own)
            continue;
        const std::string entry = conversation->entryOf(other);
        const std::vector<Interval> words = readIntervals(m_words, entry);
        const std::vector<std::string> texts = textsOf(m_words, entry);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i < texts.size() && (texts[i].empty() || texts[i] == kPause))
                continue;
            if (m_areInConversationTime)
                said.push_back(words[i]);
            else
                said.push_back({own->time.inFile(other.time.ofFile(words[i].start)),
                                own->time.inFile(other.time.ofFile(words[i].end))});
        }
    }
    std::ranges::stable_sort(said, {}, &Interval::start);
    RowWords times;
    for (const Interval& word : said) {
        if (times.intervals.empty() || word.start >= times.intervals.back().end)
            times.intervals.push_back(word);
    }
    return times;
}

}
