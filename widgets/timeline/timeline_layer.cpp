#include "widgets/timeline/timeline_layer.h"

#include "widgets/timeline/timeline_painter.h"

#include <algorithm>

namespace widgets {

const QPixmap& TimelineLayer::updated(const TimelineState& state, const TimelineLook& look,
                                      double devicePixelRatio)
{
    const QSize deviceSize = look.areas.size * devicePixelRatio;
    if (m_picture.size() != deviceSize) {
        m_picture = QPixmap(deviceSize);
        m_picture.setDevicePixelRatio(devicePixelRatio);
        markHeads();
    }
    if (!m_allDirty && m_dirtyTracks.empty())
        return m_picture;
    QPainter painter(&m_picture);
    painter.setFont(look.font);
    TimelinePainter still(painter, state, look);
    if (m_allDirty) {
        still.paintGround();
        still.paintRulerOnGround();
    }
    if (m_headsDirty)
        still.paintHeadGround();
    painter.save();
    painter.setClipRect(look.areas.rows());
    const auto floating = state.rows.floating(); // painted again with what it may cover
    for (const TrackRow& row : state.rows.rowsToPaint()) {
        const bool isInSight = row.end() > look.areas.rows().top() && row.top <= look.areas.rows().bottom();
        const bool changed
            = std::find(m_dirtyTracks.begin(), m_dirtyTracks.end(), row.track) != m_dirtyTracks.end()
            || (floating && floating->track == row.track);
        if ((!m_allDirty && !changed) || row.height <= 0 || !isInSight)
            continue;
        if (m_headsDirty || changed)
            still.paintHead(row);
        const bool pointed = state.pointer.track == row.track && state.pointer.x;
        still.paintTrack(row,
                         pointed ? std::optional(state.axis.scale.seconds(*state.pointer.x)) : std::nullopt);
    }
    painter.restore();
    still.paintBorders();
    m_allDirty = m_headsDirty = false;
    m_dirtyTracks.clear();
    return m_picture;
}

}
