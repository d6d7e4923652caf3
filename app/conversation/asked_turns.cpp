#include "app/conversation/asked_turns.h"

#include "engine/annotation/listening_tier.h"
#include "engine/conversations/label_of_turn.h"
#include "engine/conversations/time_axis.h"
#include "engine/packed/packed_file.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/timed_features.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace app {

namespace {

/// @return how many were lacking
std::size_t addTurns(engine::TimedFeatures& rows, const std::vector<engine::Interval>& turns)
{
    std::vector<engine::Interval> lacking;
    std::ranges::copy_if(turns, std::back_inserter(lacking), [&](const engine::Interval& turn) {
        return std::ranges::none_of(
            rows.intervals, [&](const engine::Interval& row) { return engine::tellsOfTurn(row, turn); });
    });
    for (const engine::Interval& turn : lacking) {
        rows.intervals.push_back(turn);
        rows.features.values.insert(rows.features.values.end(), rows.features.columns,
                                    std::numeric_limits<float>::quiet_NaN());
        ++rows.features.rows;
    }
    return lacking.size();
}

/// What is said of listeners, which has the labels of who speaks.
std::optional<engine::CsdFile> labelsOfListeners(const engine::DatasetList& list)
{
    const engine::DatasetList::Sequence* const listed = list.sequence(std::string(engine::kListeningTier));
    return listed && !engine::isPackedFile(listed->file) ? std::optional<engine::CsdFile>(listed->file)
                                                         : std::nullopt;
}

std::optional<std::size_t> widthOf(const engine::CsdFile& file)
{
    if (file.ids().empty())
        return std::nullopt;
    const engine::EntryShape shape = file.shape(file.ids().front());
    return shape.features.size() > 1 ? shape.features[1] : 1;
}

engine::Entry entryOf(const engine::TimedFeatures& rows)
{
    std::vector<std::size_t> order(rows.intervals.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t row) { return rows.intervals[row].start; });
    std::vector<engine::Interval> intervals;
    std::vector<float> values;
    for (const std::size_t row : order) {
        intervals.push_back(rows.intervals[row]);
        const auto of = rows.features.row(row);
        values.insert(values.end(), of.begin(), of.end());
    }
    return {{engine::ElementType::Float64, std::move(intervals)},
            {engine::ElementType::Float32, {rows.features.rows, rows.features.columns}, std::move(values)}};
}

}

engine::DatasetList withAllTurns(engine::DatasetList list, const ConversationData& data,
                                 const std::string& labels, std::size_t columns,
                                 const std::filesystem::path& folder)
{
    const engine::DatasetList::Sequence* const listed = list.sequence(labels);
    if (listed && engine::isPackedFile(listed->file))
        return list;
    std::optional<engine::CsdFile> there;
    if (listed)
        there.emplace(listed->file);
    const std::optional<engine::CsdFile> listening = labelsOfListeners(list);
    const engine::CsdFile* const like = there ? &*there : listening ? &*listening : nullptr;
    const engine::Metadata metadata = like ? like->metadata() : engine::Metadata{{"root name", labels}};
    const std::size_t width = like ? widthOf(*like).value_or(columns) : columns;
    const bool isInConversationTime = there && engine::isInConversationTime(there->metadata());
    engine::ComputationalSequence made;
    made.setMetadata(metadata);
    std::size_t lacking = 0;
    for (std::size_t person = 0; person < data.conversation.participants.size(); ++person) {
        const engine::ConversationParticipant& who = data.conversation.participants[person];
        const std::string entry = data.conversation.entryOf(who);
        engine::TimedFeatures rows;
        if (there)
            rows = engine::readFeatures(*there, entry);
        if (rows.intervals.empty())
            rows.features.columns = width;
        std::vector<engine::Interval> turns;
        for (const engine::SpeakingTurn& turn : data.taken.turns) {
            const engine::RecordingTime time = isInConversationTime ? engine::RecordingTime() : who.time;
            const double end = time.inFile(turn.end);
            if (turn.speaker == person && end > 0.0)
                turns.push_back({std::max(0.0, time.inFile(turn.start)), end});
        }
        lacking += addTurns(rows, turns);
        if (!rows.intervals.empty())
            made.put(entry, entryOf(rows));
    }
    if (lacking == 0)
        return list;
    const std::filesystem::path file = folder / "turns.csd";
    engine::writeCsd(made, file);
    const auto place = std::ranges::find(list.sequences, labels, &engine::DatasetList::Sequence::name);
    if (place != list.sequences.end())
        *place = {place->group, labels, file, {}};
    else
        list.sequences.push_back({"labels", labels, file, {}});
    return list;
}

}
