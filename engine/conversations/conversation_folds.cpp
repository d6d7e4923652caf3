#include "engine/conversations/conversation_folds.h"

#include "engine/core/error.h"
#include "engine/core/segment_id.h"

#include <map>
#include <set>

namespace engine {

namespace {

constexpr std::size_t kNamed = 5; ///< in a message

using Places = std::map<std::string, std::set<std::string>>; ///< what is shared → folds

/// A finding of what is in several folds; nothing where everything is in one.
void tell(std::vector<Finding>& findings, const Places& places, const std::string& code,
          const std::string& file, const char* one, const char* several)
{
    std::string names;
    std::size_t count = 0;
    for (const auto& [name, folds] : places) {
        if (folds.size() < 2)
            continue;
        if (++count > kNamed)
            continue;
        names += (names.empty() ? "" : ", ") + name + " (";
        for (const std::string& fold : folds)
            names += (fold == *folds.begin() ? "" : ", ") + fold;
        names += ")";
    }
    if (count == 0)
        return;
    findings.push_back({Finding::Severity::Warning, code, file + ": folds",
                        std::to_string(count) + (count == 1 ? one : several) + " in several folds: " + names
                            + (count > kNamed ? ", …" : "")
                            + ". What is learnt of them in one fold helps in the others."});
}

}

FoldLists withEntries(const FoldLists& folds, const KnownConversations& conversations)
{
    FoldLists all;
    for (const auto& [fold, ids] : folds) {
        std::vector<std::string>& listed = all[fold];
        std::set<std::string> known;
        const auto add = [&](const std::string& id) {
            if (known.insert(id).second)
                listed.push_back(id);
        };
        for (const std::string& id : ids) {
            add(id);
            const Conversation* conversation = conversations.of(id);
            if (!conversation || conversation->id != id)
                continue;
            for (const ConversationParticipant& who : conversation->participants)
                add(conversation->entryOf(who));
        }
    }
    return all;
}

std::vector<Finding> foldFindings(const FoldLists& folds, const KnownConversations& conversations,
                                  const std::string& file)
{
    std::map<const Conversation*, std::string> foldOf;
    Places people;
    Places episodes;
    for (const auto& [fold, ids] : folds) {
        for (const std::string& id : ids) {
            const Conversation* conversation = conversations.of(entryOfSegment(id));
            if (!conversation)
                continue;
            const auto [known, isNew] = foldOf.emplace(conversation, fold);
            if (known->second != fold)
                throw FormatError("conversation_split", file,
                                  "has the conversation " + conversation->id + " in the folds "
                                      + known->second + " and " + fold
                                      + "; expected all of a conversation in one fold");
            if (!isNew)
                continue;
            if (!conversation->episode.empty())
                episodes[conversation->episode].insert(fold);
            for (const ConversationParticipant& who : conversation->participants) {
                if (!who.who().empty())
                    people[who.who()].insert(fold);
            }
        }
    }
    std::vector<Finding> findings;
    tell(findings, people, "person_in_several_folds", file, " person is", " persons are");
    tell(findings, episodes, "episode_in_several_folds", file, " episode is", " episodes are");
    return findings;
}

}
