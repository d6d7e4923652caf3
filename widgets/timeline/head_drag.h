#pragma once

#include "widgets/timeline/head_signs.h"

#include <QHash>
#include <QObject>
#include <QPointF>

#include <optional>

namespace widgets {

/// What the mouse does on the heads of a timeline. A drag of the border below a head makes its track higher
/// or lower; a drag of the head itself moves the track, with the group that it leads, up or down; a click on
/// a sign does what the sign says. Positions are in the timeline.
class HeadDrag : public QObject {
    Q_OBJECT
public:
    /// @param rows  must outlive the drags
    explicit HeadDrag(const TrackRows& rows, QObject* parent = nullptr);

    void press(QPointF position);
    void move(QPointF position);
    void release();
    bool isActive() const { return m_kind != Kind::None; }
    /// Makes the track of this head as high as most of the area, or as high as it was before. @return whether
    /// there is a head here, and not a sign or a border
    bool enlarge(QPointF position, int areaHeight);
    Qt::CursorShape cursor(QPointF position) const;
    QString tip(QPointF position) const; ///< what a click on the sign here does; empty: there is none

signals:
    void pressed(widgets::Track* track); ///< a head was pressed, and neither a sign nor a border
    /// A drag wants another layout; it comes at every step of the drag. @param what  name of the step for the
    /// history
    void layoutWished(const widgets::TrackLayout& layout, const QString& what);
    void released(); ///< the drag is over
    void moved(widgets::Track* track); ///< the drag that is over changed the track's place

private:
    enum class Kind { None, Resize, Reorder };

    /// A sign with its track.
    struct SignHere {
        Track* track;
        HeadSign sign;
    };
    std::optional<SignHere> signHere(QPointF position) const;
    std::optional<TrackRow> borderAt(int y) const;
    void resize(QPointF position);
    void reorder(QPointF position);

    const TrackRows& m_rows;
    Kind m_kind = Kind::None;
    QPointer<Track> m_track;
    QPointF m_pressed; ///< or where it changed places last
    int m_pressedHeight = 0;
    bool m_hasMoved = false;
    QHash<QString, int> m_heightsBefore; ///< of enlarged tracks, by key; 0: the view decided
};

}
