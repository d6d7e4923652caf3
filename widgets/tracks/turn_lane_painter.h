#pragma once

#include "widgets/timeline/track.h"
#include "widgets/tracks/turn_lanes.h"

#include <QStringList>

namespace widgets {

/// Where a lane lies in its track, in pixels from the track's top.
struct LaneRoom {
    double top = 0.0;
    double height = 0.0;

    double bottom() const { return top + height; }
    double middle() const { return top + height / 2; }
};

/// What is painted of turns.
struct ShownTurns {
    const engine::TakenTurns& taken;
    const TurnLanes& lanes;
    const std::vector<PersonLook>& people;
    const QStringList& initials; ///< one per person
    const QStringList& said; ///< what is said in each stretch; empty: not known
    const std::vector<LaneRoom>& rooms; ///< one per lane
    std::optional<std::size_t> current; ///< the turn that stands out
    bool isPale = false; ///< newer turns are on their way
    bool isEstimated = false; ///< turns have dashed edges
};

/// Paints the lanes of people: turns filled (guessed ones pale, with dashed edges), backchannels as dashed
/// pills, attempts hatched; overlaps hatched over both lanes, gaps dotted with their length; ticks for
/// transitions, of gaps above, of overlaps below. Paints what is in sight, and of what is narrower than
/// pixels one thing per pixel.
class TurnLanePainter {
public:
    TurnLanePainter(TrackCanvas& canvas, const ShownTurns& shown);

    void paint();

private:
    QColor colourOf(std::size_t lane) const;
    QColor fillOf(std::size_t lane) const;
    void paintLane(std::size_t lane);
    void paintTurn(std::size_t lane, const QRectF& box, std::size_t number);
    void paintTurnText(std::size_t lane, const QRectF& box, std::size_t number);
    void paintBackchannels(std::size_t lane);
    void paintAttempts(std::size_t lane);
    void paintOverlaps();
    void paintTransitions();
    void paintGap(const engine::TurnTransition& gap, double left, double right);
    void paintName(std::size_t lane);
    double nameEnd(std::size_t lane) const; ///< where texts of a lane may begin

    TrackCanvas& m_canvas;
    QPainter& m_painter;
    const ShownTurns& m_shown;
    QFont m_font; ///< of what stands in lanes
};

}
