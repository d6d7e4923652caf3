#pragma once

#include "widgets/timeline/timeline_look.h"
#include "widgets/timeline/timeline_state.h"

#include <QPixmap>

#include <vector>

namespace widgets {

/// A picture of everything but what lies over the tracks, kept from one paint to the next: only what changed
/// is painted again.
class TimelineLayer {
public:
    void markAll() { m_allDirty = true; } ///< ruler and tracks; heads do not change with the time axis
    void markHeads() { m_allDirty = m_headsDirty = true; } ///< everything, heads too
    void markTrack(const Track* track) { m_dirtyTracks.push_back(track); } ///< one track with its head

    /// Paints what was marked.
    const QPixmap& updated(const TimelineState& state, const TimelineLook& look, double devicePixelRatio);
    /// As it was painted last.
    const QPixmap& picture() const { return m_picture; }

private:
    QPixmap m_picture;
    bool m_allDirty = true;
    bool m_headsDirty = true;
    std::vector<const Track*> m_dirtyTracks;
};

}
