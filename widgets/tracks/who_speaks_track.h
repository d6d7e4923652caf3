#pragma once

#include "widgets/tracks/turn_arcs.h"
#include "widgets/tracks/turn_lane_painter.h"

namespace widgets {

/// Who speaks when in a conversation: a lane per person with turns, backchannels and attempts, how the floor
/// goes from one to the next, and arcs to the turns that a model attends to. A part is a turn.
class WhoSpeaksTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    struct Content {
        std::vector<PersonLook> people; ///< in the order of the speakers
        std::shared_ptr<const engine::TakenTurns> turns; ///< in seconds of the timeline; null: none are known
        QStringList said; ///< what is said in each stretch, shown in backchannels; empty: not known
        bool isComputing = false; ///< newer turns are on their way
        bool isEstimated = false; ///< the turns are guesses, which nobody accepted

        friend bool operator==(const Content&, const Content&) = default;
    };
    /// Speakers beyond `people` get a number for a name.
    void setContent(Content content);
    const Content& content() const { return m_content; }
    void setArcs(std::vector<TurnArc> arcs); ///< until the content changes
    const std::vector<TurnArc>& arcs() const { return m_arcs; }
    void setCurrentTurn(std::optional<std::size_t> turn); ///< under the playhead

    QString title() const override { return tr("Who speaks"); }
    QString subtitle() const override;
    QString headTip() const override;
    QColor colour(const Theme& theme) const override { return theme.muted; }
    int minimumHeight() const override;
    void paint(TrackCanvas& canvas) const override;
    bool followsPointer() const override { return true; }
    std::size_t partCount() const override;
    Part part(std::size_t turn) const override;
    std::optional<std::size_t> partAt(QPointF position, const TimeScale& scale) const override;
    std::optional<Qt::CursorShape> cursor(QPointF position, const TimeScale& scale) const override;
    bool press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers) override;

    const TurnLanes& lanes() const { return m_lanes; }
    /// Where the lanes lie in a track of this height, from above.
    std::vector<LaneRoom> laneRooms(int height) const;
    /// What lies at this place: `Ada → Bert +0.21 s`, `Ada · turn 12 · 5.5 s`; empty where there is nothing.
    QString textAt(QPointF position, int height, const TimeScale& scale) const;

signals:
    void turnChosen(std::size_t turn);

private:
    bool hasTurns() const { return m_content.turns && !m_content.turns->turns.empty(); }
    QString nameOf(std::size_t person) const { return m_content.people[person].name; }
    double arcRoom() const; ///< pixels above the lanes
    std::optional<std::size_t> laneAt(double y, int height) const;
    QString transitionAt(QPointF position, const TimeScale& scale) const;
    QString stretchAt(std::size_t lane, double seconds) const;
    void paintNothing(TrackCanvas& canvas) const;

    Content m_content;
    TurnLanes m_lanes;
    QStringList m_initials;
    std::vector<TurnArc> m_arcs;
    std::optional<std::size_t> m_current;
};

}
