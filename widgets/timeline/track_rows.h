#pragma once

#include "widgets/timeline/track.h"
#include "widgets/timeline/track_layout.h"

#include <QPointer>
#include <QRect>

#include <optional>
#include <utility>
#include <vector>

namespace widgets {

/// Where one track stands, in pixels of the timeline.
struct TrackRow {
    QPointer<Track> track;
    int top = 0;
    int height = 0;

    int end() const { return top + height; } ///< the first pixel below the row
};

/// The tracks of a timeline and the rows in which they stand. It decides their order, their heights, and
/// which of them are shown.
class TrackRows {
public:
    /// Adds a track above `below`, or at the foot.
    void add(Track* track, const Track* below);
    void remove(const Track* track);
    /// All tracks, also those that are not shown, in the order in which they were added.
    const std::vector<Track*>& tracks() const { return m_tracks; }

    /// @return  whether the layout differs from the one before
    bool setLayout(TrackLayout layout);
    const TrackLayout& layout() const { return m_layout; }
    TrackLayout completeLayout() const; ///< the layout, completed so that it names every track
    TrackPlace placeOf(const Track* track) const;

    /// Tracks that say nothing of a leader belong to the group of the one with this name; empty: to none.
    void setLeaderOfRest(const QString& leader) { m_leaderOfRest = leader; }

    /// Gives every track its place and its state. Each row gets its track's least height, or the height that
    /// a person gave it; the rest of the area is shared in proportion to the tracks' stretch. Rows that need
    /// more than the area begin above it by what is scrolled, but the pinned row stays in the area: at its
    /// upper or lower end, over the rows that are there.
    void arrange(const QRect& area);
    /// Sets by how many pixels the rows are moved up, as far as they go; arrange() places them. What is
    /// wished is kept while there are too few rows for it.
    void scrollTo(int pixels) { m_wished = pixels; }
    int scrolled() const { return m_scrolled; }
    /// The track whose row stays in the area, where it leaves enough of it to others. Null: none
    /// @return  whether it was another before
    bool setPinned(const Track* track) { return std::exchange(m_pinned, track) != track; }
    const Track* pinned() const { return m_pinned; }
    /// The row that lies over others, since its own place is out of the area.
    std::optional<TrackRow> floating() const;
    std::vector<TrackRow> rowsToPaint() const; ///< rows(), the one that lies over others last
    /// By how many more pixels the rows must be moved up so that this row is in sight; 0: it is.
    int missingFor(const Track* track) const;
    int contentHeight() const { return m_contentHeight; } ///< of all rows, in pixels
    /// The rows of the tracks that are shown, from top to bottom.
    const std::vector<TrackRow>& rows() const { return m_rows; }
    std::optional<std::size_t> indexOf(const Track* track) const;
    std::optional<TrackRow> rowOf(const Track* track) const;
    std::optional<TrackRow> rowAt(int y) const; ///< the one on top; absent above and below the area, too
    bool isInSight(int y) const { return y >= m_areaTop && y < m_areaEnd; }
    /// The name of the track in one row; empty below the last row.
    QString keyAt(std::size_t index) const;

    /// Rows that stand together, from the first to the last.
    struct Span {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    /// The rows that a row changes places with when it is moved over another: of a row within a group that
    /// row, of others the whole group there. Absent: it stays where it is, for the other row belongs to the
    /// same group, or to another one.
    std::optional<Span> passed(std::size_t moved, std::size_t over) const;
    /// The name of the track above which a row stands once it has moved a step up or down; empty: at the
    /// foot. Absent: it goes no further.
    std::optional<QString> keyAfterStep(std::size_t index, bool isDown) const;

private:
    void pin();
    QString leaderAt(std::size_t index) const;
    QString groupAt(std::size_t index) const;
    Span groupOf(std::size_t index) const;

    std::vector<Track*> m_tracks;
    TrackLayout m_layout;
    QString m_leaderOfRest;
    std::vector<TrackRow> m_rows;
    int m_areaTop = 0;
    int m_areaEnd = 0; ///< the first pixel below the area
    int m_wished = 0; ///< what scrollTo() was given last
    int m_scrolled = 0;
    const Track* m_pinned = nullptr;
    std::optional<std::size_t> m_floating; ///< place of the row that lies over others
    int m_contentHeight = 0;
};

}
