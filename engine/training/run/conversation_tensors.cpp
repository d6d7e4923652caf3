#include "engine/training/run/conversation_tensors.h"

#include "engine/models/layers/padding.h"
#include "engine/models/serving/output_scores.h"
#include "engine/training/run/losses.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace engine {

namespace {

constexpr float kNobodySaid = std::numeric_limits<float>::quiet_NaN();

/// The true values of rows of labels, M × K → M × O; rows with NaN stay NaN.
/// @param idOf  the segment of a row, for messages
FeatureMatrix truthsOfRows(const FoldData& fold, const std::vector<std::size_t>& turns,
                           const std::vector<std::span<const float>>& rows,
                           const std::vector<LabelCard>& labels, Task task)
{
    FoldData labelled;
    labelled.name = fold.name;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool isGiven = !rows[i].empty()
            && std::ranges::none_of(rows[i], [](float label) { return std::isnan(label); });
        if (!isGiven)
            continue;
        places.push_back(i);
        labelled.ids.push_back(fold.ids[turns[i]]);
        labelled.labels.columns = rows[i].size();
        labelled.labels.values.insert(labelled.labels.values.end(), rows[i].begin(), rows[i].end());
    }
    labelled.labels.rows = places.size();
    FeatureMatrix truths(rows.size(), labels.size());
    std::ranges::fill(truths.values, kNobodySaid);
    if (places.empty())
        return truths;
    const FeatureMatrix given = truthsOf(labelled, labels, task);
    for (std::size_t i = 0; i < places.size(); ++i)
        std::ranges::copy(given.row(i), truths.row(places[i]).begin());
    return truths;
}

/// The slot of who speaks in each turn of the fold.
std::map<std::size_t, std::size_t> speakersOf(const std::vector<ConversationPiece>& pieces)
{
    std::map<std::size_t, std::size_t> speakers;
    for (const ConversationPiece& piece : pieces) {
        for (std::size_t step = 0; step < piece.turns.size(); ++step)
            speakers[piece.turns[step]] = static_cast<std::size_t>(piece.speakers[step]);
    }
    return speakers;
}

/// A listener in each turn where there is one, in the order of the pieces; turns count once.
std::vector<Listener> listenersOf(const std::vector<ConversationPiece>& pieces)
{
    std::vector<Listener> listeners;
    for (const ConversationPiece& piece : pieces) {
        for (std::size_t step = piece.context; step < piece.turns.size(); ++step) {
            for (std::size_t slot = 0; slot < piece.people; ++slot) {
                if (static_cast<std::int64_t>(slot) != piece.speakers[step])
                    listeners.push_back({piece.turns[step], slot,
                                         slot < piece.participants.size() ? piece.participants[slot] : ""});
            }
        }
    }
    return listeners;
}

/// How many pieces there are, and how many turns and slots they have at most.
struct Extents {
    std::int64_t pieces = 0, turns = 1, slots = 1;

    explicit Extents(const std::vector<ConversationPiece>& all)
        : pieces(static_cast<std::int64_t>(all.size()))
    {
        for (const ConversationPiece& piece : all) {
            turns = std::max(turns, static_cast<std::int64_t>(piece.turns.size()));
            slots = std::max(slots, static_cast<std::int64_t>(piece.people));
        }
    }
};

/// C × T: the place of each turn in the fold; N, one behind the last, at padding.
torch::Tensor placesOfTurns(const std::vector<ConversationPiece>& pieces, const Extents& extents,
                            std::size_t turns)
{
    torch::Tensor places
        = torch::full({extents.pieces, extents.turns}, static_cast<std::int64_t>(turns), torch::kInt64);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::int64_t* const row = places[static_cast<std::int64_t>(i)].data_ptr<std::int64_t>();
        std::ranges::copy(pieces[i].turns, row);
    }
    return places;
}

/// Rows of the fold at the places of turns, zeros at padding. @param rows  N × D
torch::Tensor laidOutTurns(const torch::Tensor& rows, const torch::Tensor& places)
{
    const torch::Tensor padded = torch::cat({rows, torch::zeros({1, rows.size(1)}, rows.options())});
    return padded.index_select(0, places.reshape({-1}))
        .reshape({places.size(0), places.size(1), rows.size(1)});
}

/// `x_n` C × T × P × D_n, scaled as the visual features where these are as many.
torch::Tensor seenOf(const FoldData& fold, const std::vector<ConversationPiece>& pieces,
                     const Extents& extents, std::int64_t slots, std::int64_t width,
                     const FeatureScale& scale)
{
    if (static_cast<std::int64_t>(fold.seen.width()) != width)
        throw FormatError("wrong_width", fold.name + "/vision_listening",
                          fmt::format("has {} features for each participant, the model expects {}",
                                      fold.seen.width(), width));
    const bool isScaled = scale.width() == fold.seen.width();
    torch::Tensor seen = torch::zeros({extents.pieces, extents.turns, slots, width});
    auto values = seen.accessor<float, 4>();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        for (std::size_t step = 0; step < pieces[i].turns.size(); ++step) {
            for (std::int64_t slot = 0; slot < slots; ++slot) {
                const auto row = listenerRow(fold.seen, pieces[i].turns[step], static_cast<std::size_t>(slot),
                                             static_cast<std::size_t>(pieces[i].speakers[step]));
                for (std::size_t column = 0; column < row.size(); ++column)
                    values[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(step)][slot]
                          [static_cast<std::int64_t>(column)]
                        = isScaled ? normalised(row[column], scale, column) : row[column];
            }
        }
    }
    return seen;
}

/// `speaker` C × T, `present` C.
NamedTensors slotsOfTurns(const std::vector<ConversationPiece>& pieces, const Extents& extents)
{
    torch::Tensor speaker = torch::zeros({extents.pieces, extents.turns}, torch::kInt64);
    torch::Tensor present = torch::zeros({extents.pieces}, torch::kInt64);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto place = static_cast<std::int64_t>(i);
        std::ranges::copy(pieces[i].speakers, speaker[place].data_ptr<std::int64_t>());
        present[place] = static_cast<std::int64_t>(pieces[i].people);
    }
    return {{"speaker", speaker}, {"present", present}};
}

/// Fills the targets, and the truths in the order of labelledRows().
class TargetRows {
public:
    TargetRows(ConversationTensors& conversations, const Extents& extents, std::int64_t slots,
               const std::vector<LabelCard>& labels, Task task)
        : m_conversations(conversations)
        , m_labels(labels)
        , m_task(task)
        , m_turns(extents.turns)
        , m_slots(slots)
    {
        const auto outputs = static_cast<std::int64_t>(labels.size());
        m_targets = torch::full({extents.pieces * extents.turns * slots, outputs}, kNobodySaid);
        m_truths.resize(static_cast<std::size_t>(extents.pieces * extents.turns * slots));
    }

    /// @param truths  a row of N × O
    void put(std::size_t piece, std::size_t step, std::size_t slot, std::span<const float> truths)
    {
        const std::int64_t place
            = (static_cast<std::int64_t>(piece) * m_turns + static_cast<std::int64_t>(step)) * m_slots
            + static_cast<std::int64_t>(slot);
        if (std::isfinite(truths.front()))
            m_truths[static_cast<std::size_t>(place)].assign(truths.begin(), truths.end());
    }

    /// @param shape  of the targets
    void finish(std::vector<std::int64_t> shape, torch::Device device)
    {
        FeatureMatrix& all = m_conversations.truths;
        std::vector<std::int64_t> places;
        all.columns = m_labels.size();
        for (std::size_t i = 0; i < m_truths.size(); ++i) {
            if (m_truths[i].empty())
                continue;
            places.push_back(static_cast<std::int64_t>(i));
            all.values.insert(all.values.end(), m_truths[i].begin(), m_truths[i].end());
        }
        all.rows = places.size();
        if (!places.empty())
            m_targets.index_copy_(0, torch::tensor(places, torch::kInt64), targetsOf(all, m_labels, m_task));
        m_conversations.tensors.targets = m_targets.reshape(shape).to(device);
    }

private:
    ConversationTensors& m_conversations;
    const std::vector<LabelCard>& m_labels;
    Task m_task;
    std::int64_t m_turns, m_slots;
    torch::Tensor m_targets;
    std::vector<std::vector<float>> m_truths;
};

void addTargets(ConversationTensors& conversations, const FoldData& fold, const ModelCard& card,
                const Extents& extents, std::int64_t slots, bool everyone, torch::Device device)
{
    const Task task = taskFromName(card.task);
    const std::vector<ConversationPiece>& pieces = conversations.pieces;
    TargetRows rows(conversations, extents, everyone ? slots : 1, card.labels, task);
    const FeatureMatrix spoken = truthsOfTurns(fold, card.labels, task);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        for (std::size_t step = pieces[i].context; step < pieces[i].turns.size(); ++step)
            rows.put(i, step, everyone ? static_cast<std::size_t>(pieces[i].speakers[step]) : 0,
                     spoken.row(pieces[i].turns[step]));
    }
    const auto outputs = static_cast<std::int64_t>(card.labels.size());
    if (!everyone) {
        rows.finish({extents.pieces, extents.turns, outputs}, device);
        return;
    }
    const std::vector<Listener> listeners = listenersOf(pieces);
    const FeatureMatrix heard = truthsOfListeners(fold, listeners, pieces, card.labels, task);
    std::size_t next = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        for (std::size_t step = pieces[i].context; step < pieces[i].turns.size(); ++step) {
            for (; next < listeners.size() && listeners[next].turn == pieces[i].turns[step]; ++next)
                rows.put(i, step, listeners[next].slot, heard.row(next));
        }
    }
    rows.finish({extents.pieces, extents.turns, slots, outputs}, device);
}

}

FeatureMatrix truthsOfTurns(const FoldData& fold, const std::vector<LabelCard>& labels, Task task)
{
    std::vector<std::size_t> turns(fold.size());
    std::vector<std::span<const float>> rows;
    for (std::size_t i = 0; i < fold.size(); ++i) {
        turns[i] = i;
        rows.push_back(fold.labels.row(i));
    }
    return truthsOfRows(fold, turns, rows, labels, task);
}

FeatureMatrix truthsOfListeners(const FoldData& fold, const std::vector<Listener>& listeners,
                                const std::vector<ConversationPiece>& pieces,
                                const std::vector<LabelCard>& labels, Task task)
{
    const auto speakers = speakersOf(pieces);
    std::vector<std::size_t> turns;
    std::vector<std::span<const float>> rows;
    for (const Listener& listener : listeners) {
        turns.push_back(listener.turn);
        rows.push_back(listenerRow(fold.listening, listener.turn, listener.slot, speakers.at(listener.turn)));
    }
    return truthsOfRows(fold, turns, rows, labels, task);
}

ConversationTensors prepareConversations(const ConversationModel& model, const FoldData& fold,
                                         const ModelCard& card, EnabledModalities enabled,
                                         const std::string& device, std::optional<std::size_t> context)
{
    FoldData features = fold; // labels of turns may be absent, which prepare() does not know
    features.labels = FeatureMatrix(fold.size(), 0);
    const SegmentTensors turns = prepare(features, card, enabled);
    ConversationTensors conversations;
    const std::size_t longest = card.input.options.longestTurns;
    conversations.pieces
        = context ? piecesWithContext(fold, longest, *context) : conversationPieces(fold, longest);
    const std::vector<ConversationPiece>& pieces = conversations.pieces;
    const Extents extents(pieces);
    const std::int64_t slots = std::max(
        extents.slots, card.architecture.value("parties", std::int64_t{1})); // as the model has them
    const torch::Tensor places = placesOfTurns(pieces, extents, fold.size());
    SegmentTensors& tensors = conversations.tensors;
    const torch::Device where = deviceOf(device);
    for (const Modality modality : allModalities)
        tensors.inputs.of(modality)
            = laidOutTurns(timeAverage(turns.inputs.of(modality), turns.inputs.lengthsOf(modality)), places)
                  .to(where);
    std::vector<std::int64_t> lengths;
    for (const ConversationPiece& piece : pieces) {
        tensors.ids.push_back(piece.id);
        lengths.push_back(static_cast<std::int64_t>(piece.turns.size()));
    }
    tensors.inputs.lengths = torch::tensor(lengths, torch::kInt64).to(where);
    tensors.inputs.extras = slotsOfTurns(pieces, extents);
    if (model.seenNumbers() > 0)
        tensors.inputs.extras["x_n"] = seenOf(fold, pieces, extents, slots, model.seenNumbers(),
                                              card.normalisation[static_cast<std::size_t>(Modality::Visual)]);
    for (auto& [name, tensor] : tensors.inputs.extras)
        tensor = tensor.to(where);
    tensors.enabled = enabled;
    if (fold.labels.columns > 0)
        addTargets(conversations, fold, card, extents, slots, model.predictsEveryone(), where);
    return conversations;
}

TurnScores scoresOfTurns(const torch::Tensor& outputs, const std::vector<ConversationPiece>& pieces,
                         std::size_t turns, const ModelCard& card)
{
    const std::int64_t numbers = outputs.size(-1), steps = outputs.size(1);
    const bool everyone = outputs.dim() == 4;
    const std::int64_t slots = everyone ? outputs.size(2) : 1;
    const torch::Tensor rows = scoresOf(outputs.reshape({-1, numbers}), card).to(torch::kCPU).contiguous();
    const auto scoresAt = [&](std::size_t piece, std::size_t step, std::size_t slot) {
        const std::int64_t row
            = (static_cast<std::int64_t>(piece) * steps + static_cast<std::int64_t>(step)) * slots
            + static_cast<std::int64_t>(slot);
        return std::span(rows.data_ptr<float>() + row * numbers, static_cast<std::size_t>(numbers));
    };
    TurnScores scores;
    scores.speaking = FeatureMatrix(turns, static_cast<std::size_t>(numbers));
    if (everyone)
        scores.listeners = listenersOf(pieces);
    scores.listening = FeatureMatrix(scores.listeners.size(), static_cast<std::size_t>(numbers));
    std::size_t next = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        for (std::size_t step = pieces[i].context; step < pieces[i].turns.size(); ++step) {
            const std::size_t turn = pieces[i].turns[step];
            const auto speaker = static_cast<std::size_t>(pieces[i].speakers[step]);
            std::ranges::copy(scoresAt(i, step, everyone ? speaker : 0), scores.speaking.row(turn).begin());
            for (; next < scores.listeners.size() && scores.listeners[next].turn == turn; ++next)
                std::ranges::copy(scoresAt(i, step, scores.listeners[next].slot),
                                  scores.listening.row(next).begin());
        }
    }
    return scores;
}

}
