#include "widgets/tracks/turn_lanes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace widgets {

OverlappingSpans::OverlappingSpans(std::vector<engine::Interval> spans) : m_spans(std::move(spans))
{
    double reach = -std::numeric_limits<double>::infinity();
    m_reach.reserve(m_spans.size());
    for (const engine::Interval& span : m_spans)
        m_reach.push_back(reach = std::max(reach, span.end));
}

std::pair<std::size_t, std::size_t> OverlappingSpans::placesIn(engine::Interval visible) const
{
    const auto first = std::ranges::lower_bound(m_reach, visible.start) - m_reach.begin();
    const auto last
        = std::ranges::upper_bound(m_spans, visible.end, {}, &engine::Interval::start) - m_spans.begin();
    return {static_cast<std::size_t>(first), static_cast<std::size_t>(std::max(first, last))};
}

std::optional<std::size_t> OverlappingSpans::at(double seconds) const
{
    auto place = static_cast<std::size_t>(
        std::ranges::upper_bound(m_spans, seconds, {}, &engine::Interval::start) - m_spans.begin());
    while (place > 0 && m_reach[place - 1] > seconds) {
        if (m_spans[--place].contains(seconds))
            return place;
    }
    return std::nullopt;
}

std::vector<double> talkOf(const engine::TakenTurns& taken, std::size_t people)
{
    std::vector<double> talk(people, 0.0);
    for (const engine::SpeechStretch& one : taken.stretches) {
        if (one.speaker < people)
            talk[one.speaker] += one.length();
    }
    return talk;
}

TurnLanes::TurnLanes(std::shared_ptr<const engine::TakenTurns> taken, std::size_t people)
    : m_taken(std::move(taken))
{
    shareOut(people);
    fillLanes();
    findOverlaps();
    orderTransitions();
}

std::size_t TurnLanes::foldedPeople() const
{
    return m_lanes.empty() || m_lanes.back().people.size() < 2 ? 0 : m_lanes.back().people.size();
}

/// In the order of the participants; of too many, those who talk most come first, and the others share a
/// lane.
void TurnLanes::shareOut(std::size_t people)
{
    std::vector<std::size_t> order(people);
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (people > kMostLanes) {
        const std::vector<double> talk = talkOf(*m_taken, people);
        std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t who) { return talk[who]; });
    }
    m_laneOf.resize(people);
    m_lanes.resize(std::min(people, kMostLanes));
    for (std::size_t place = 0; place < people; ++place) {
        const std::size_t lane = std::min(place, kMostLanes - 1);
        m_laneOf[order[place]] = lane;
        m_lanes[lane].people.push_back(order[place]);
    }
}

namespace {

/// Adds a span, or joins it with the last where several people share a lane and speak at once.
/// @return  it is a span of its own
bool addSpan(std::vector<engine::Interval>& spans, engine::Interval span)
{
    if (!spans.empty() && span.start < spans.back().end) {
        spans.back().end = std::max(spans.back().end, span.end);
        return false;
    }
    spans.push_back(span);
    return true;
}

}

void TurnLanes::fillLanes()
{
    for (std::size_t i = 0; i < m_taken->turns.size(); ++i) {
        const engine::SpeakingTurn& turn = m_taken->turns[i];
        TurnLane& lane = m_lanes[m_laneOf[turn.speaker]];
        if (addSpan(lane.turns, {turn.start, turn.end}))
            lane.numbers.push_back(i);
    }
    for (std::size_t i = 0; i < m_taken->stretches.size(); ++i) {
        const engine::SpeechStretch& one = m_taken->stretches[i];
        TurnLane& lane = m_lanes[m_laneOf[one.speaker]];
        if (one.kind == engine::StretchKind::Attempt)
            addSpan(lane.attempts, {one.start, one.end});
        else if (one.kind == engine::StretchKind::Backchannel
                 && addSpan(lane.backchannels, {one.start, one.end}))
            lane.backchannelStretches.push_back(i);
    }
}

/// Of each turn with those before it that have not ended: turns are sorted by start.
void TurnLanes::findOverlaps()
{
    std::vector<engine::Interval> spans;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < m_taken->turns.size(); ++i) {
        const engine::SpeakingTurn& turn = m_taken->turns[i];
        std::erase_if(open, [&](std::size_t other) { return m_taken->turns[other].end <= turn.start; });
        for (const std::size_t other : open) {
            const engine::SpeakingTurn& before = m_taken->turns[other];
            spans.push_back({turn.start, std::min(turn.end, before.end)});
            m_overlapLanes.push_back({m_laneOf[before.speaker], m_laneOf[turn.speaker]});
        }
        open.push_back(i);
    }
    m_overlaps = OverlappingSpans(std::move(spans));
}

void TurnLanes::orderTransitions()
{
    const auto span = [this](std::size_t place) {
        const engine::TurnTransition& one = m_taken->transitions[place];
        return engine::Interval{std::min(one.at, one.at - one.fto), std::max(one.at, one.at - one.fto)};
    };
    m_transitionOrder.resize(m_taken->transitions.size());
    std::iota(m_transitionOrder.begin(), m_transitionOrder.end(), std::size_t{0});
    std::ranges::sort(m_transitionOrder, {}, [&](std::size_t place) { return span(place).start; });
    std::vector<engine::Interval> spans;
    for (const std::size_t place : m_transitionOrder)
        spans.push_back(span(place));
    m_transitions = OverlappingSpans(std::move(spans));
}

std::optional<std::size_t> TurnLanes::turnAt(std::size_t lane, double seconds) const
{
    const TurnLane& one = m_lanes[lane];
    const auto found
        = std::ranges::upper_bound(one.turns, seconds, {}, &engine::Interval::start) - one.turns.begin();
    if (found == 0 || seconds >= one.turns[static_cast<std::size_t>(found) - 1].end)
        return std::nullopt;
    std::size_t number = one.numbers[static_cast<std::size_t>(found) - 1];
    // Where several share the lane, the last that began before and has not ended.
    for (std::size_t next = number;
         one.people.size() > 1 && next < m_taken->turns.size() && m_taken->turns[next].start <= seconds;
         ++next) {
        const engine::SpeakingTurn& turn = m_taken->turns[next];
        if (m_laneOf[turn.speaker] == lane && seconds < turn.end)
            number = next;
    }
    return number;
}

}
