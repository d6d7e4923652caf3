#include "engine/training/data/listed_listeners.h"

#include "engine/alignment/overlap.h"
#include "engine/alignment/recipe_sequences.h"
#include "engine/conversations/label_of_turn.h"
#include "engine/conversations/listed_conversations.h"
#include "engine/conversations/time_axis.h"
#include "engine/core/error.h"
#include "engine/sequences/column_names.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <tuple>

namespace engine {

namespace {

/// The participants of a conversation by slot.
using SlotsOf = std::map<std::string, std::vector<const ConversationParticipant*>>;

/// As conversationPieces() has them, and those who never speak.
SlotsOf slotsOf(const FoldData& fold, const KnownConversations& conversations)
{
    std::vector<std::size_t> order(fold.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(
        order, {}, [&](std::size_t i) { return std::tuple(fold.turns[i].start, fold.turns[i].end); });
    SlotsOf slots;
    for (const std::size_t i : order) {
        const Conversation* const conversation = conversations.of(fold.turns[i].conversation);
        const ConversationParticipant* const who
            = conversation ? conversation->participant(fold.turns[i].participant) : nullptr;
        std::vector<const ConversationParticipant*>& own = slots[fold.turns[i].conversation];
        if (who && std::ranges::find(own, who) == own.end())
            own.push_back(who);
    }
    for (auto& [id, own] : slots) {
        for (const ConversationParticipant& who : conversations.of(id)->participants) {
            if (std::ranges::find(own, &who) == own.end())
                own.push_back(&who);
        }
    }
    return slots;
}

/// The labels of listeners that are called as those of who speaks; none: all of them, as they stand.
std::vector<std::string> labelsLike(const CsdFile& speaking, const CsdFile& listening)
{
    const auto namesOf = [](const CsdFile& file) {
        if (file.ids().empty())
            return std::vector<std::string>();
        const EntryShape shape = file.shape(file.ids().front());
        return columnNames(file, shape.features.size() > 1 ? shape.features[1] : 1).names;
    };
    const std::vector<std::string> wanted = namesOf(speaking);
    std::vector<std::string> alike; // in the order of the listeners' file
    std::ranges::copy_if(namesOf(listening), std::back_inserter(alike), [&](const std::string& name) {
        return std::ranges::find(wanted, name) != wanted.end();
    });
    const bool areNamed = speaking.metadata().contains("dimension names");
    return areNamed && alike == wanted ? wanted : std::vector<std::string>();
}

/// A participant's rows in conversation time.
TimedFeatures rowsOf(const ChosenColumns& from, const Conversation& conversation,
                     const ConversationParticipant& who)
{
    TimedFeatures rows = from.read(conversation.entryOf(who));
    if (!isInConversationTime(from.file().metadata())) {
        for (Interval& row : rows.intervals)
            row = {who.time.ofFile(row.start), who.time.ofFile(row.end)};
    }
    return rows;
}

/// The row that is about the turn; absent: none is.
std::optional<std::size_t> labelOf(const TimedFeatures& rows, const Interval& turn)
{
    std::optional<std::size_t> best;
    double most = 0.0;
    for (std::size_t row = 0; row < rows.intervals.size(); ++row) {
        const double common = turn.overlap(rows.intervals[row]);
        if (common > most && tellsOfTurn(rows.intervals[row], turn)) {
            best = row;
            most = common;
        }
    }
    return best;
}

/// Of each column the mean of the finite numbers in the turn; 0 where there are none.
std::vector<float> meanWithin(const TimedFeatures& rows, const Interval& turn)
{
    std::vector<float> means(rows.features.columns);
    std::vector<double> sums(means.size()), counts(means.size());
    for (const std::size_t row : rowsInside(rows.intervals, turn)) {
        for (std::size_t column = 0; column < means.size(); ++column) {
            const auto value = static_cast<double>(rows.features.at(row, column));
            if (!std::isfinite(value))
                continue;
            sums[column] += value;
            counts[column] += 1.0;
        }
    }
    for (std::size_t column = 0; column < means.size(); ++column)
        means[column] = counts[column] > 0.0 ? static_cast<float>(sums[column] / counts[column]) : 0.0F;
    return means;
}

}

bool seesListeners(const nlohmann::json& model)
{
    return model.is_object() && model.value("listener", nlohmann::json()) == "vision";
}

ListedListeners::ListedListeners(const DatasetList& list, const SegmentRecipe& recipe, bool sees)
    : m_file(list.name)
    , m_conversations(listedConversations(list))
{
    if (m_conversations.empty())
        return;
    const std::string labels = aboutListening(recipe).labels;
    if (list.sequence(labels)) {
        CsdFile listening = openSequence(list, labels);
        const std::vector<std::string> names = list.sequence(recipe.labels)
            ? labelsLike(openSequence(list, recipe.labels), listening)
            : std::vector<std::string>();
        m_labels.emplace(std::move(listening), names, "labels");
    }
    if (sees && list.sequence(recipe.visual))
        m_sights.emplace(openColumns(list, recipe, Modality::Visual));
}

void ListedListeners::tell(FoldData& fold) const
{
    if (fold.turns.empty())
        return;
    if (m_labels && fold.labels.columns > 0)
        fold.listening = numbersOf(fold, *m_labels, true);
    if (m_sights)
        fold.seen = numbersOf(fold, *m_sights, false);
}

OfParticipants ListedListeners::numbersOf(const FoldData& fold, const ChosenColumns& from,
                                          bool areLabels) const
{
    const SlotsOf slots = slotsOf(fold, m_conversations);
    std::size_t most = 2; // one would be the other one of two
    for (const Conversation& conversation : m_conversations.all()) // alike in all folds
        most = std::max(most, conversation.participants.size());
    std::size_t width = areLabels ? fold.labels.columns : 0;
    std::map<std::string, std::vector<TimedFeatures>> rows; // by conversation, slot after slot
    for (const auto& [id, people] : slots) {
        for (const ConversationParticipant* const who : people) {
            const TimedFeatures& own = rows[id].emplace_back(rowsOf(from, *m_conversations.of(id), *who));
            if (areLabels && !own.intervals.empty() && own.features.columns != width)
                throw FormatError("wrong_labels", from.file().path().string(),
                                  fmt::format("{}@{} has {} labels, those who speak have {}", id, who->id,
                                              own.features.columns, width));
            width = std::max(width, own.features.columns);
        }
    }
    OfParticipants numbers{most, FeatureMatrix(fold.size(), most * width)};
    if (areLabels)
        std::ranges::fill(numbers.values.values, std::numeric_limits<float>::quiet_NaN());
    for (std::size_t i = 0; i < fold.size(); ++i) {
        const Turn& turn = fold.turns[i];
        const Interval span{turn.start, turn.end};
        const std::vector<const ConversationParticipant*>& people = slots.at(turn.conversation);
        for (std::size_t slot = 0; slot < people.size(); ++slot) {
            const TimedFeatures& own = rows.at(turn.conversation)[slot];
            const auto cells = numbers.values.row(i).subspan(slot * width, width);
            if (people[slot]->id == turn.participant || own.intervals.empty())
                continue;
            if (!areLabels)
                std::ranges::copy(meanWithin(own, span), cells.begin());
            else if (const std::optional<std::size_t> row = labelOf(own, span))
                std::ranges::copy(own.features.row(*row), cells.begin());
        }
    }
    return numbers;
}

}
