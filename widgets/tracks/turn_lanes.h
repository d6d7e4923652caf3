#pragma once

#include "engine/conversations/turns.h"
#include "widgets/base/person_look.h"

#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace widgets {

/// Spans that may overlap, by start; those in sight are found by halving.
class OverlappingSpans {
public:
    OverlappingSpans() = default;
    /// @param spans  in seconds, sorted by start
    explicit OverlappingSpans(std::vector<engine::Interval> spans);

    std::size_t size() const { return m_spans.size(); }
    const engine::Interval& operator[](std::size_t place) const { return m_spans[place]; }
    /// The places [first, last) between which all spans lie that reach into `visible`; a few of them may not.
    std::pair<std::size_t, std::size_t> placesIn(engine::Interval visible) const;
    /// The last span, by start, that contains the time.
    std::optional<std::size_t> at(double seconds) const;

private:
    std::vector<engine::Interval> m_spans;
    std::vector<double> m_reach; ///< the greatest end up to each place
};

/// Where two turns overlap.
struct TurnOverlap {
    std::size_t firstLane = 0;
    std::size_t secondLane = 0;

    friend bool operator==(const TurnOverlap&, const TurnOverlap&) = default;
};

/// What the lane of a person shows, or the lane of all that have none of their own. Intervals by start, none
/// overlaps another of its kind.
struct TurnLane {
    std::vector<std::size_t> people; ///< places among the participants; several only in the last lane
    std::vector<engine::Interval> turns;
    std::vector<std::size_t>
        numbers; ///< of each turn in TakenTurns::turns; with several people of the first of each run
    std::vector<engine::Interval> backchannels;
    std::vector<std::size_t> backchannelStretches; ///< of each, its place in TakenTurns::stretches
    std::vector<engine::Interval> attempts;
};

/// Who has which lane, and what lies in it: everything that is found once, so that painting only looks.
class TurnLanes {
public:
    static constexpr std::size_t kMostLanes = 6; ///< more people: the first 5, and one lane for the others

    TurnLanes() = default;
    /// @param taken  not null; its speakers are places below `people`
    TurnLanes(std::shared_ptr<const engine::TakenTurns> taken, std::size_t people);

    const std::vector<TurnLane>& lanes() const { return m_lanes; }
    std::size_t laneOf(std::size_t person) const { return m_laneOf[person]; }
    /// How many share the last lane; 0: everybody has one of their own.
    std::size_t foldedPeople() const;
    const OverlappingSpans& overlaps() const { return m_overlaps; }
    const TurnOverlap& overlap(std::size_t place) const { return m_overlapLanes[place]; }
    /// From the end of a turn to the start of the next, or from that start to that end where they overlap.
    const OverlappingSpans& transitions() const { return m_transitions; }
    /// Of which a place in transitions() tells.
    const engine::TurnTransition& transition(std::size_t place) const
    {
        return m_taken->transitions[m_transitionOrder[place]];
    }
    /// The turn in a lane at a time, by its number. @param lane  below lanes().size()
    std::optional<std::size_t> turnAt(std::size_t lane, double seconds) const;

private:
    void shareOut(std::size_t people);
    void fillLanes();
    void findOverlaps();
    void orderTransitions();

    std::shared_ptr<const engine::TakenTurns> m_taken;
    std::vector<TurnLane> m_lanes;
    std::vector<std::size_t> m_laneOf;
    OverlappingSpans m_overlaps;
    std::vector<TurnOverlap> m_overlapLanes;
    OverlappingSpans m_transitions;
    std::vector<std::size_t> m_transitionOrder;
};

/// How much each speaks in turns, backchannels and attempts, in seconds.
std::vector<double> talkOf(const engine::TakenTurns& taken, std::size_t people);

}
