#pragma once

#include "widgets/timeline/track.h"
#include "widgets/timeline/track_layout.h"

#include <QPointer>
#include <QRect>

#include <optional>
#include <vector>

namespace widgets {

/// Where one track stands, in pixels of the timeline.
struct TrackRow {
    QPointer<Track> track;
    int top = 0;
    int height = 0;

    int end() const { return top + height; } ///< the first pixel below the row
};

/// The tracks of a timeline and the rows in which they stand: their order, heights, and which of them are
/// shown.
class TrackRows {
public:
    /// The track goes above `below`, or to the foot.
    void add(Track* track, const Track* below);
    void remove(const Track* track);
    /// In the order in which they were added, also those that are not shown.
    const std::vector<Track*>& tracks() const { return m_tracks; }

    /// @return  whether it is another layout than before
    bool setLayout(TrackLayout layout);
    const TrackLayout& layout() const { return m_layout; }
    TrackLayout completeLayout() const; ///< names every track
    TrackPlace placeOf(const Track* track) const;

    /// Gives every track its place and its state. Each row gets its track's least height, or the height that
    /// a person gave it; what is left of the area is shared by stretch.
    void arrange(const QRect& area);
    /// Those that are shown, from top to bottom.
    const std::vector<TrackRow>& rows() const { return m_rows; }
    std::optional<std::size_t> indexOf(const Track* track) const;
    std::optional<TrackRow> rowOf(const Track* track) const;
    std::optional<TrackRow> rowAt(int y) const;
    /// The name of the track in one row; empty below the last row.
    QString keyAt(std::size_t index) const;

private:
    std::vector<Track*> m_tracks;
    TrackLayout m_layout;
    std::vector<TrackRow> m_rows;
};

}
