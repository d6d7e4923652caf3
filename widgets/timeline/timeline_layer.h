#pragma once

#include "widgets/timeline/timeline_look.h"
#include "widgets/timeline/timeline_state.h"

#include <QPixmap>

#include <vector>

namespace widgets {

/// Keeps a picture of heads, ruler and tracks from one paint to the next, so that only what changed is
/// painted again. What lies over the tracks is not in it.
class TimelineLayer {
public:
    void markAll() { m_allDirty = true; } ///< ruler and tracks changed; the heads stay
    void markHeads() { m_allDirty = m_headsDirty = true; } ///< everything changed
    void markTrack(const Track* track) { m_dirtyTracks.push_back(track); } ///< with its head

    /// Paints what was marked and returns the picture.
    const QPixmap& updated(const TimelineState& state, const TimelineLook& look, double devicePixelRatio);
    /// The picture as it was painted last.
    const QPixmap& picture() const { return m_picture; }

private:
    QPixmap m_picture;
    bool m_allDirty = true;
    bool m_headsDirty = true;
    std::vector<const Track*> m_dirtyTracks;
};

}
