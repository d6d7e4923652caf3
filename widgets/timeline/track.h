#pragma once

#include "engine/core/interval.h"
#include "widgets/base/theme.h"
#include "widgets/base/time_scale.h"

#include <QColor>
#include <QObject>
#include <QPainter>
#include <QPointF>
#include <QString>

#include <optional>
#include <utility>

class QMenu;

namespace widgets {

/// What a track paints on. The painter's origin is the track's top left corner; it is clipped to the track.
struct TrackCanvas {
    QPainter& painter;
    QSize size;
    TimeScale scale;
    const Theme& theme;
    std::optional<double> pointer; ///< the time under the mouse, when it is over this track
    double pointerY = 0.0; ///< the mouse's place in pixels from the track's top, when it is over this track
};

/// One row of the timeline. A track paints the visible range of what it was given and computes nothing.
///
/// A track is no widget: the view owns the geometry, asks the track to paint, and offers it the mouse first.
class Track : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QString title() const = 0;
    virtual QString subtitle() const { return {}; }
    /// What one should know of it, shown over its head: there its title and subtitle may be cut.
    virtual QString headTip() const
    {
        return subtitle().isEmpty() ? title() : title() + QLatin1Char('\n') + subtitle();
    }
    virtual QColor colour(const Theme& theme) const = 0;
    /// In device-independent pixels. The view distributes the remaining height in proportion to `stretch`.
    virtual int minimumHeight() const = 0;
    virtual int stretch() const { return 1; }
    /// The height that the view gave the track, in pixels; 0 before the first layout.
    int height() const { return m_height; }
    void setHeight(int height) { m_height = height; }

    virtual void paint(TrackCanvas& canvas) const = 0;

    /// One word or segment, for screen readers.
    struct Part {
        QString name; ///< a sentence with its text, times and values
        engine::Interval span;
        bool isCurrent = false; ///< under the playhead
        bool isSelected = false;
    };
    virtual std::size_t partCount() const { return 0; }
    virtual Part part(std::size_t) const { return {}; }

    /// The colour that a person gave the track, else its own.
    QColor shownColour(const Theme& theme) const
    {
        return m_colour > 0 ? theme.trackColour(m_colour) : colour(theme);
    }
    void setChosenColour(int number) { m_colour = number; } ///< of the theme's track colours; 0: none
    /// How a person chose to see the track's content, as a text that only the track itself reads; empty: the
    /// default.
    virtual QString display() const { return {}; }
    virtual void setDisplay(const QString&) { }
    /// Adds the choices of display to the menu of the track's head.
    virtual void fillDisplayMenu(QMenu&) { }
    /// Whether the track is shown until a person hides it; else it is hidden until a person shows it.
    virtual bool isShownAtFirst() const { return true; }
    /// Whether a person can edit its content.
    virtual bool isEditable() const { return false; }
    /// Nothing on a locked track can be edited.
    bool isLocked() const { return m_locked || m_answers == Answers::Locked; }
    void setLocked(bool locked) { m_locked = locked; }
    /// Whether the track shows answers of a review, which belong to who gave them.
    enum class Answers {
        None,
        InPass, ///< of the pass that goes on
        Locked,
        Unlocked ///< by a person
    };
    Answers answers() const { return m_answers; }
    void setAnswers(Answers answers)
    {
        if (std::exchange(m_answers, answers) != answers)
            emit headChanged();
    }

    /// The object name of the track whose group this one belongs to: it stands below that track, wherever a
    /// person moves it. Empty: it stands for itself. Absent: it is one of the rest, see
    /// TimelineView::setLeaderOfRest().
    const std::optional<QString>& leader() const { return m_leader; }
    void setLeader(const QString& leader) { m_leader = leader; } ///< before the track is added

    /// A hidden track takes no room.
    bool isVisible() const { return m_visible; }
    void setVisible(bool visible)
    {
        if (std::exchange(m_visible, visible) != visible)
            emit visibilityChanged();
    }

    /// The number of the word or segment at this place; absent: there is none.
    virtual std::optional<std::size_t> partAt(QPointF, const TimeScale&) const { return std::nullopt; }
    /// The cursor over this place; absent: the arrow.
    virtual std::optional<Qt::CursorShape> cursor(QPointF, const TimeScale&) const { return std::nullopt; }
    /// The view offers every press of the left button on the track. @return true: the track takes the
    /// gesture, until `release` or `cancel`
    virtual bool press(QPointF, const TimeScale&, Qt::KeyboardModifiers) { return false; }
    virtual void move(QPointF, const TimeScale&, Qt::KeyboardModifiers) { }
    virtual void release() { }
    virtual void cancel() { }
    /// Whether `paint` shows something at the pointer, so that the track is painted again when the mouse
    /// moves.
    virtual bool followsPointer() const { return false; }

signals:
    void changed(); ///< the track must be painted again
    void headChanged(); ///< title or subtitle changed
    void visibilityChanged();
    void minimumHeightChanged();
    void answersLockWished(); ///< a person chose to unlock the track's answers, or to lock them again
    /// A person chose another display. @param what  name of the step for the history. @param continues  it is
    /// a step of a drag that goes on
    void displayWished(const QString& display, const QString& what, bool continues);

private:
    std::optional<QString> m_leader;
    bool m_visible = true;
    bool m_locked = false;
    Answers m_answers = Answers::None;
    int m_colour = 0;
    int m_height = 0;
};

}
