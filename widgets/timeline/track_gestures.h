#pragma once

#include "engine/core/interval.h"
#include "widgets/timeline/timeline_state.h"

#include <QObject>
#include <QPointF>

#include <optional>

namespace widgets {

/// What the left button does on tracks and ruler. A track may take the gesture, to drag an edge for instance.
/// Otherwise a press seeks; a drag that began on the ruler goes on seeking, one that began on a track selects
/// a span.
///
/// Positions are in the timeline.
class TrackGestures : public QObject {
    Q_OBJECT
public:
    /// @param state  must outlive the gestures
    explicit TrackGestures(const TimelineState& state, QObject* parent = nullptr);

    /// @param area  where the tracks lie
    void press(QPointF position, const QRect& area, Qt::KeyboardModifiers modifiers);
    void move(QPointF position, const QRect& area, Qt::KeyboardModifiers modifiers);
    void release();
    /// Cancels the gesture of a track. @return  whether there was one to cancel
    bool cancel();

    bool isActive() const { return m_kind != Kind::None; }
    bool isOfTrack() const { return m_kind == Kind::Track; } ///< a track took the gesture
    bool isSelecting() const { return m_kind == Kind::Select; }
    /// The word or segment here, with the track that shows it.
    struct Part {
        Track* track = nullptr;
        std::size_t index = 0;
    };
    std::optional<Part> partAt(QPointF position, const QRect& area) const;
    /// The cursor that the track here asks for; absent: it asks for none.
    std::optional<Qt::CursorShape> cursor(QPointF position, const QRect& area) const;

signals:
    void seekRequested(double seconds);
    void selectionEdited(std::optional<engine::Interval> span);
    void trackReleased(); ///< a track's gesture is over

private:
    enum class Kind { None, Seek, Select, Track };

    const TimelineState& m_state;
    Kind m_kind = Kind::None;
    QPointer<Track> m_track;
    QPointF m_pressed;
};

}
