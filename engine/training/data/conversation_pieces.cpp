#include "engine/training/data/conversation_pieces.h"

#include "engine/core/error.h"
#include "engine/core/same_length.h"
#include "engine/core/segment_id.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <tuple>
#include <utility>

namespace engine {

namespace {

/// The turns of each conversation in the order of starts; conversations by their first segment.
std::vector<std::vector<std::size_t>> conversationsOf(const FoldData& fold)
{
    std::map<std::string_view, std::size_t> places;
    std::vector<std::vector<std::size_t>> conversations;
    for (std::size_t i = 0; i < fold.size(); ++i) {
        const auto [known, isNew] = places.emplace(fold.turns[i].conversation, conversations.size());
        if (isNew)
            conversations.emplace_back();
        conversations[known->second].push_back(i);
    }
    for (std::vector<std::size_t>& turns : conversations)
        std::ranges::stable_sort(
            turns, {}, [&fold](std::size_t i) { return std::tuple(fold.turns[i].start, fold.turns[i].end); });
    return conversations;
}

/// Places of the participants in the order of their first turns, and their names.
struct Slots {
    std::map<std::string_view, std::size_t> places;
    std::vector<std::string> names;

    Slots(const FoldData& fold, const std::vector<std::size_t>& turns)
    {
        for (const std::size_t turn : turns) {
            const std::string& name = fold.turns[turn].participant;
            if (places.emplace(name, names.size()).second)
                names.push_back(name);
        }
    }
};

/// Numbers of the other one of two leave open whose they are where there are more.
void requireTwo(const FoldData& fold, const std::string& conversation, const Slots& slots)
{
    for (const OfParticipants* const numbers : {&fold.listening, &fold.seen}) {
        if (numbers->count == 1 && slots.names.size() > 2)
            throw FormatError(
                "bad_features", fold.name + "/" + conversation,
                fmt::format("has {} participants, but what is said of listeners is one row for each "
                            "turn; expected one for each participant (turns × participants × …)",
                            slots.names.size()));
    }
}

bool saysAnything(std::span<const float> row)
{
    return std::ranges::any_of(row, [](float value) { return std::isfinite(value); });
}

/// Slots that are taken: also of those who never speak, if anything is said of them.
std::size_t peopleOf(const FoldData& fold, const std::vector<std::size_t>& turns, const Slots& slots)
{
    std::size_t people = slots.names.size();
    for (const std::size_t turn : turns) {
        const std::size_t speaker = slots.places.at(fold.turns[turn].participant);
        const std::size_t most = fold.listening.count == 1 ? 2 : fold.listening.count;
        for (std::size_t slot = people; slot < most; ++slot) {
            if (saysAnything(listenerRow(fold.listening, turn, slot, speaker)))
                people = slot + 1;
        }
    }
    return people;
}

/// A conversation whose pieces are to be cut.
struct WholeConversation {
    std::string name;
    std::vector<std::size_t> turns; ///< places in the fold, in the order of starts
    std::vector<std::int64_t> speakers; ///< slot of who speaks, by turn
    std::vector<std::string> participants; ///< by slot
    std::size_t people = 0;

    WholeConversation(const FoldData& fold, std::vector<std::size_t> all)
        : name(fold.turns[all.front()].conversation)
        , turns(std::move(all))
    {
        const Slots slots(fold, turns);
        requireTwo(fold, name, slots);
        people = peopleOf(fold, turns, slots);
        for (const std::size_t turn : turns)
            speakers.push_back(static_cast<std::int64_t>(slots.places.at(fold.turns[turn].participant)));
        participants = slots.names;
    }

    /// Turns first ≤ i < last. @param context  how many of them count in another piece
    ConversationPiece piece(std::string id, std::size_t first, std::size_t last, std::size_t context) const
    {
        const auto begin = static_cast<std::ptrdiff_t>(first), end = static_cast<std::ptrdiff_t>(last);
        ConversationPiece made;
        made.id = std::move(id);
        made.turns.assign(turns.begin() + begin, turns.begin() + end);
        made.context = context;
        made.speakers.assign(speakers.begin() + begin, speakers.begin() + end);
        made.participants = participants;
        made.people = people;
        return made;
    }
};

/// The conversation and the participant of `C@P[k]`; absent for an id of another form.
std::optional<Turn> turnOfId(const std::string& id)
{
    const std::string entry = entryOfSegment(id);
    const std::size_t at = entry.find('@');
    if (at == std::string::npos || at == 0 || at + 1 == entry.size())
        return std::nullopt;
    return Turn{entry.substr(0, at), entry.substr(at + 1)};
}

}

std::vector<Turn> turnsOf(const FoldData& fold, const std::string& source)
{
    if (!fold.turns.empty() || fold.size() == 0)
        return fold.turns;
    std::vector<Turn> turns;
    for (std::size_t i = 0; i < fold.size(); ++i) {
        std::optional<Turn> turn = turnOfId(fold.ids[i]);
        if (!turn)
            throw FormatError(
                "no_conversations", source,
                fmt::format("does not say of which conversation {} is a turn; expected arrays "
                            "conversation, participant and start in the fold {}, or ids such as "
                            "morning@ada[0]",
                            fold.ids[i], fold.name));
        turn->start = fold.spans.empty() ? static_cast<double>(i) : fold.spans[i].start;
        turn->end = fold.spans.empty() ? turn->start : fold.spans[i].end;
        turns.push_back(std::move(*turn));
    }
    return turns;
}

FoldData withTurns(FoldData fold, const std::string& source)
{
    fold.turns = turnsOf(fold, source);
    return fold;
}

std::vector<ConversationPiece> conversationPieces(const FoldData& fold, std::size_t longest)
{
    requireSameLength("turns", fold.turns.size(), fold.size());
    std::vector<ConversationPiece> pieces;
    for (std::vector<std::size_t>& turns : conversationsOf(fold)) {
        const WholeConversation whole(fold, std::move(turns));
        std::size_t first = 0;
        for (int number = 1;; ++number) {
            const std::size_t last = std::min(first + longest, whole.turns.size());
            pieces.push_back(
                whole.piece(number == 1 ? whole.name : fmt::format("{} ({})", whole.name, number), first,
                            last, number == 1 ? 0 : kOverlappingTurns));
            if (last == whole.turns.size())
                break;
            first = last - kOverlappingTurns;
        }
    }
    return pieces;
}

std::vector<ConversationPiece> piecesWithContext(const FoldData& fold, std::size_t longest,
                                                 std::size_t before)
{
    requireSameLength("turns", fold.turns.size(), fold.size());
    std::vector<ConversationPiece> pieces;
    for (std::vector<std::size_t>& turns : conversationsOf(fold)) {
        const WholeConversation whole(fold, std::move(turns));
        for (std::size_t turn = 0; turn < whole.turns.size(); ++turn) {
            const std::size_t context = std::min({before, turn, longest - 1});
            pieces.push_back(whole.piece(fold.ids[whole.turns[turn]], turn - context, turn + 1, context));
        }
    }
    return pieces;
}

std::span<const float> listenerRow(const OfParticipants& numbers, std::size_t turn, std::size_t slot,
                                   std::size_t speaker)
{
    const std::size_t width = numbers.width();
    if (width == 0 || slot == speaker)
        return {};
    const std::span<const float> row = numbers.values.row(turn);
    if (numbers.count == 1) // of the other one of two
        return slot + speaker == 1 ? row : std::span<const float>();
    return slot < numbers.count ? row.subspan(slot * width, width) : std::span<const float>();
}

std::vector<TurnPlace> turnPlaces(const FoldData& fold)
{
    std::vector<TurnPlace> places(fold.size());
    for (const std::vector<std::size_t>& turns : conversationsOf(fold)) {
        std::map<std::string_view, std::size_t> latest; // of each participant
        for (std::size_t i = 0; i < turns.size(); ++i) {
            TurnPlace& place = places[turns[i]];
            place.number = i + 1;
            const auto [known, isFirst] = latest.emplace(fold.turns[turns[i]].participant, turns[i]);
            if (!isFirst)
                place.before = std::exchange(known->second, turns[i]);
        }
        for (const std::size_t turn : turns)
            places[turn].people = latest.size();
    }
    return places;
}

}
