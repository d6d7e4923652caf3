#include "engine/recipes/partner_rows.h"

#include "engine/alignment/overlap.h"
#include "engine/alignment/video_steps.h"
#include "engine/conversations/floor.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <numeric>

namespace engine {

namespace {

constexpr const char* kPause = "sp";

/// Rows of one person in conversation time, by start.
struct PersonRows {
    std::vector<Interval> times;
    Block block; ///< the same rows

    bool empty() const { return times.empty(); }
};

Interval moved(const Interval& row, const RecordingTime& time)
{
    return {time.ofFile(row.start), time.ofFile(row.end)};
}

RecordingTime timeOf(const PartnerPart& person, const std::string& key, const std::set<std::string>& shared)
{
    return shared.contains(key) ? RecordingTime() : person.who->time;
}

PersonRows rowsOf(const PartnerPart& person, const std::string& key, const RecordingTime& time)
{
    SequencePart& sequence = person.part->sequence(key);
    sequence.read();
    PersonRows rows;
    if (sequence.pieces.empty())
        return rows;
    rows.block = sortedByStart(joined(SequencePart(sequence)));
    for (const Interval& row : rows.block.entry.intervals.values)
        rows.times.push_back(moved(row, time));
    return rows;
}

/// When a person speaks: words that are no pause, or rows whose first number is above 0.
std::vector<Interval> spokenOf(const PersonRows& rows)
{
    std::vector<Interval> spoken;
    const FeatureArray& features = rows.block.entry.features;
    const auto* const texts = std::get_if<std::vector<std::string>>(&features.values);
    const std::size_t width = features.rowLength();
    for (std::size_t row = 0; row < rows.times.size() && width > 0; ++row) {
        const bool speaks = texts ? !(*texts)[row * width].empty() && (*texts)[row * width] != kPause
                                  : features.number(row * width) > 0.0;
        if (speaks)
            spoken.push_back(rows.times[row]);
    }
    return spokenStretches(std::move(spoken), kBridgedGap, 0.0);
}

PersonRows gathered(const PersonRows& rows, const std::vector<std::size_t>& places)
{
    PersonRows some;
    some.block.entry.features = rows.block.entry.features.gather(places);
    for (const std::size_t place : places) {
        some.block.setMark(some.times.size(), rows.block.mark(place));
        some.times.push_back(rows.times[place]);
    }
    return some;
}

bool isMeeting(const Interval& a, const Interval& b)
{
    return a.overlap(b) > kTouching;
}

/// The rows among these that overlap a span; `longest` is the longest of them.
template <typename Visit>
void forEachMeeting(const PersonRows& rows, double longest, const Interval& span, const Visit& visit)
{
    const auto first = std::ranges::lower_bound(rows.times, span.start - longest, {}, &Interval::start);
    for (auto at = first; at != rows.times.end() && at->start < span.end; ++at) {
        if (isMeeting(*at, span))
            visit(static_cast<std::size_t>(at - rows.times.begin()));
    }
}

double longestOf(const PersonRows& rows)
{
    double longest = 0.0;
    for (const Interval& row : rows.times)
        longest = std::max(longest, row.end - row.start);
    return std::isfinite(longest) ? longest : std::numeric_limits<double>::infinity();
}

/// Weighted means of what is a number, by column.
class ColumnMeans {
public:
    explicit ColumnMeans(std::size_t width) : m_sums(width), m_weights(width) { }
    void add(std::size_t column, double value, double weight)
    {
        if (!std::isfinite(value))
            return;
        m_sums[column] += weight * value;
        m_weights[column] += weight;
    }
    double mean(std::size_t column) const
    {
        return m_weights[column] > 0.0 ? m_sums[column] / m_weights[column]
                                       : std::numeric_limits<double>::quiet_NaN();
    }

private:
    std::vector<double> m_sums;
    std::vector<double> m_weights;
};

/// Rows of the first; of the others, those that meet none of the rows before.
std::vector<Interval> jointGrid(const std::vector<const PersonRows*>& others)
{
    PersonRows grid;
    for (const PersonRows* other : others) {
        const double longest = longestOf(grid);
        std::vector<Interval> added;
        for (const Interval& row : other->times) {
            bool isNew = true;
            forEachMeeting(grid, longest, row, [&](std::size_t) { isNew = false; });
            if (isNew && std::isfinite(row.start))
                added.push_back(row);
        }
        grid.times.insert(grid.times.end(), added.begin(), added.end());
        std::ranges::stable_sort(grid.times, {}, &Interval::start);
    }
    return grid.times;
}

/// @param others  at least one, all with rows
PersonRows meanOf(const std::vector<const PersonRows*>& others, const std::string& key)
{
    if (others.size() == 1)
        return *others.front();
    const FeatureArray& first = others.front()->block.entry.features;
    ElementType type = ElementType::Float16;
    for (const PersonRows* other : others) {
        const FeatureArray& features = other->block.entry.features;
        if (isText(features.type))
            throw ShapeError("data_invalid",
                             fmt::format("Sequence {} holds texts, of which there is no mean of several "
                                         "others; expected who: speaker, first, second or third.",
                                         key));
        if (!std::ranges::equal(features.shape.begin() + 1, features.shape.end(), first.shape.begin() + 1,
                                first.shape.end()))
            throw ShapeError("data_invalid",
                             fmt::format("Sequence {} has rows of {} and of {} values, expected as many for "
                                         "all participants.",
                                         key, first.rowLength(), features.rowLength()));
        type = commonType(type, isFloat(features.type) ? features.type : ElementType::Float64);
    }
    PersonRows result;
    result.times = jointGrid(others);
    const std::size_t width = first.rowLength();
    std::vector<double> longest;
    for (const PersonRows* other : others)
        longest.push_back(longestOf(*other));
    std::vector<double> values;
    values.reserve(result.times.size() * width);
    for (const Interval& span : result.times) {
        ColumnMeans all(width);
        for (std::size_t i = 0; i < others.size(); ++i) {
            ColumnMeans own(width);
            const FeatureArray& features = others[i]->block.entry.features;
            forEachMeeting(*others[i], longest[i], span, [&](std::size_t row) {
                for (std::size_t column = 0; column < width; ++column)
                    own.add(column, features.number(row * width + column),
                            others[i]->times[row].overlap(span));
            });
            for (std::size_t column = 0; column < width; ++column)
                all.add(column, own.mean(column), 1.0);
        }
        for (std::size_t column = 0; column < width; ++column)
            values.push_back(all.mean(column));
    }
    FeatureArray& features = result.block.entry.features;
    features = {type, first.shape, {}};
    features.shape.front() = result.times.size();
    if (type == ElementType::Float64)
        features.values = std::move(values);
    else
        features.values = std::vector<float>(values.begin(), values.end());
    return result;
}

/// The rows whose middle lies in one of the spans, which are apart and by start.
PersonRows within(const PersonRows& rows, const std::vector<Interval>& spans)
{
    std::vector<std::size_t> places;
    for (std::size_t row = 0; row < rows.times.size(); ++row) {
        const double middle = (rows.times[row].start + rows.times[row].end) / 2;
        const auto after = std::ranges::upper_bound(spans, middle, {}, &Interval::start);
        if (after != spans.begin() && middle < std::prev(after)->end)
            places.push_back(row);
    }
    return gathered(rows, places);
}

/// Rows of several people, by start.
PersonRows joinedRows(const std::vector<PersonRows>& parts)
{
    PersonRows all;
    std::vector<FeatureArray> features;
    for (const PersonRows& part : parts) {
        for (std::size_t row = 0; row < part.times.size(); ++row) {
            all.block.setMark(all.times.size(), part.block.mark(row));
            all.times.push_back(part.times[row]);
        }
        if (!part.empty())
            features.push_back(part.block.entry.features);
    }
    if (features.empty())
        return all;
    all.block.entry.features = concatenate(features);
    std::vector<std::size_t> order(all.times.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t row) { return all.times[row].start; });
    return gathered(all, order);
}

/// What one conversation says of who speaks.
struct Speaking {
    std::vector<std::size_t> byTalk; ///< places of people
    std::vector<std::vector<Interval>> floor; ///< by place
};

Speaking speakingOf(const std::vector<PartnerPart>& people, const PartnerStep& step,
                    const std::set<std::string>& shared)
{
    std::vector<Speaker> speakers;
    for (const PartnerPart& person : people)
        speakers.push_back(
            {person.who->id, spokenOf(rowsOf(person, step.turns, timeOf(person, step.turns, shared)))});
    return {byTalkShare(speakers), floorSpans(takenTurns(speakers), speakers.size())};
}

/// What the others of one person do. @param rows  of all people, by place
PersonRows othersOf(std::size_t self, const std::vector<PersonRows>& rows, const PartnerStep& step,
                    const Speaking& speaking, const std::string& key)
{
    if (step.who == Partner::Speaker) {
        std::vector<PersonRows> parts;
        for (std::size_t place = 0; place < rows.size(); ++place) {
            if (place != self && !rows[place].empty())
                parts.push_back(within(rows[place], speaking.floor[place]));
        }
        return joinedRows(parts);
    }
    if (step.who == Partner::Mean) {
        std::vector<const PersonRows*> others;
        for (std::size_t place = 0; place < rows.size(); ++place) {
            if (place != self && !rows[place].empty())
                others.push_back(&rows[place]);
        }
        return others.empty() ? PersonRows() : meanOf(others, key);
    }
    std::vector<std::size_t> order = speaking.byTalk;
    std::erase(order, self);
    const std::size_t wanted = static_cast<std::size_t>(step.who) - static_cast<std::size_t>(Partner::First);
    return wanted < order.size() ? rows[order[wanted]] : PersonRows();
}

void addEntry(SequencePart& sequence, const std::string& id, const PersonRows& rows,
              const RecordingTime& time)
{
    if (rows.empty())
        return;
    Block block = rows.block;
    block.entry.intervals = {ElementType::Float64, {}};
    for (const Interval& row : rows.times)
        block.entry.intervals.values.push_back({time.inFile(row.start), time.inFile(row.end)});
    sequence.add(id, std::move(block));
}

/// @param rows  what the others do, in conversation time
void addOthers(const PartnerPart& person, const std::string& of, const PersonRows& rows,
               const RecordingTime& time, SequencePart& result)
{
    SequencePart& own = person.part->sequence(of);
    if (own.pieces.empty()) {
        if (isAnywhere(*person.part))
            addEntry(result, person.part->video, rows, time);
        return;
    }
    const double longest = longestOf(rows);
    for (const SequencePart::Piece& piece : own.pieces) {
        if (piece.id == person.part->video) {
            addEntry(result, piece.id, rows, time);
            continue;
        }
        Interval extent{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
        for (const Interval& row : own.rows(piece).intervals()) {
            const Interval at = moved(row, time);
            extent = {std::fmin(extent.start, at.start), std::fmax(extent.end, at.end)};
        }
        std::vector<std::size_t> places;
        forEachMeeting(rows, longest, extent, [&](std::size_t row) { places.push_back(row); });
        addEntry(result, piece.id, gathered(rows, places), time);
    }
}

}

void toConversationTime(VideoPart& part, const RecordingTime& time)
{
    for (SequencePart& sequence : part.sequences) {
        sequence.read();
        for (Block& block : sequence.blocks) {
            if (time == RecordingTime())
                continue;
            block.entry.intervals.type = ElementType::Float64;
            for (Interval& row : block.entry.intervals.values)
                row = moved(row, time);
        }
    }
}

void addPartners(const std::vector<PartnerPart>& people, const PartnerStep& step,
                 const std::set<std::string>& shared)
{
    const Speaking speaking = step.who == Partner::Mean ? Speaking() : speakingOf(people, step, shared);
    for (const std::string& key : step.of) {
        std::vector<PersonRows> rows;
        for (const PartnerPart& person : people)
            rows.push_back(rowsOf(person, key, timeOf(person, key, shared)));
        for (std::size_t self = 0; self < people.size(); ++self) {
            SequencePart result(step.into + key);
            addOthers(people[self], key, othersOf(self, rows, step, speaking, key),
                      timeOf(people[self], key, shared), result);
            people[self].part->sequences.push_back(std::move(result));
        }
    }
}

void addNoPartners(VideoPart& part, const PartnerStep& step)
{
    for (const std::string& key : step.of)
        part.sequences.emplace_back(step.into + key);
}

}
