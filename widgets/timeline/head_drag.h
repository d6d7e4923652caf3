#pragma once

#include "widgets/timeline/track_rows.h"

#include <QObject>
#include <QPointF>

#include <optional>

namespace widgets {

/// What dragging does on the heads of a timeline. A drag of the border below a head makes its track higher or
/// lower; a drag of the head itself moves the track up or down. Positions are in the timeline.
class HeadDrag : public QObject {
    Q_OBJECT
public:
    /// @param rows  must outlive the drags
    explicit HeadDrag(const TrackRows& rows, QObject* parent = nullptr);

    void press(QPointF position);
    void move(QPointF position);
    void release();
    bool isActive() const { return m_kind != Kind::None; }
    Qt::CursorShape cursor(QPointF position) const;

signals:
    /// A drag wants another layout; it comes at every step of the drag. @param what  name of the step for the
    /// history
    void layoutWished(const widgets::TrackLayout& layout, const QString& what);
    void released(); ///< the drag is over

private:
    enum class Kind { None, Resize, Reorder };

    std::optional<TrackRow> borderAt(int y) const;
    void resize(QPointF position);
    void reorder(QPointF position);

    const TrackRows& m_rows;
    Kind m_kind = Kind::None;
    QPointer<Track> m_track;
    QPointF m_pressed;
    int m_pressedHeight = 0;
};

}
