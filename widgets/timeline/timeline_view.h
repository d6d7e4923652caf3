#pragma once

#include "engine/core/interval.h"
#include "widgets/base/time_scale.h"
#include "widgets/timeline/track.h"
#include "widgets/timeline/track_layout.h"

#include <QPixmap>
#include <QPointer>
#include <QWidget>

#include <optional>
#include <vector>

class QAction;
class QMenu;
class QScrollBar;

namespace widgets {

class KineticPan;

/// Tracks one above the other on one time axis, with their heads at the left, the ruler on top and the
/// playhead across.
///
/// Zooms around the pointer (Ctrl+wheel, pinch) or the playhead (keys), pans (wheel, middle button with a
/// glide, scroll bar).
/// Shows what it is given and announces what the user asks for.
class TimelineView : public QWidget {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr);

    /// Takes the track as a child; it goes above `below`, or to the foot.
    void addTrack(Track* track, const Track* below = nullptr);
    void removeTrack(Track* track);
    const std::vector<Track*>& tracks() const { return m_tracks; }
    std::vector<Track*> shownTracks() const; ///< as they stand
    /// Which tracks are hidden, how high they are, in which order. Tracks are known by their object names.
    void setTrackLayout(TrackLayout layout);
    /// What can be done with a track's place, and the tracks that are hidden. @param track  null: only those
    void fillHeadMenu(QMenu& menu, Track* track);
    /// The same for all tracks, one below the other.
    void fillTrackMenu(QMenu& menu);

    void setDuration(double seconds);
    double duration() const { return m_duration; }
    void setPlayhead(double seconds);
    double playhead() const { return m_playhead; }
    void setFollowing(bool follow); ///< while playing, the view turns its page with the playhead
    bool isFollowing() const { return m_following; }
    /// @param frames  of the video that lie in it; absent without picture
    void setSelection(std::optional<engine::Interval> span, std::optional<int> frames = {});
    std::optional<engine::Interval> selection() const { return m_selection; }
    /// A segment is shown as a tinted column through all tracks.
    void setHighlight(std::optional<engine::Interval> span);
    std::optional<engine::Interval> highlight() const { return m_highlight; }
    /// A thin line through all tracks: what the edge in hand has snapped to.
    void setGuide(std::optional<double> seconds);
    /// The track that keys edit; its head is lit.
    void setActiveTrack(const Track* track);

    const TimeScale& scale() const { return m_scale; }
    void setScale(const TimeScale& scale);
    void setClosestZoom(double pixelsPerSecond);
    void zoomAroundPlayhead(double factor);
    void zoomTo(engine::Interval span);
    void showAll();
    void panByScreens(double screens);
    void ensureVisible(double seconds);

    /// Where the tracks' time axis lies, in this widget.
    QRect trackArea() const;
    /// The row of one track, without its head.
    QRect areaOf(const Track* track) const;

    /// What is in sight, with heads, at any resolution; without what belongs to the mouse.
    void paintPicture(QPainter& painter) const;
    QSize pictureSize() const { return {width(), height() - kScrollBarHeight}; }

    QSize sizeHint() const override { return {1200, 420}; }
    QSize minimumSizeHint() const override { return {480, 160}; }

signals:
    void seekRequested(double seconds);
    void selectionEdited(std::optional<engine::Interval> span);
    void scaleChanged(const widgets::TimeScale& scale);
    /// A head was moved, its border dragged, its menu used. @param continues  it is a step of a drag that
    /// goes on
    void layoutWished(const widgets::TrackLayout& layout, const QString& what, bool continues);
    void layoutReleased(); ///< the drag is over

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    static constexpr int kHeadWidth = 190;
    static constexpr int kRulerHeight = 24;
    static constexpr int kScrollBarHeight = 10;

    enum class Gesture { None, Scrub, Select, Pan, Track, Resize, Reorder };
    struct Row {
        QPointer<Track> track;
        int top = 0;
        int height = 0;
    };

    void layOut();
    void limitScale();
    void updateScrollBar();
    void markDirty(const Track* track = nullptr);
    void renderLayer();
    void paintHead(QPainter& painter, const Row& row) const;
    void paintGround(QPainter& painter, bool heads) const;
    void paintTrack(QPainter& painter, const Row& row, std::optional<double> pointer) const;
    void paintBorders(QPainter& painter) const;
    void paintSpans(QPainter& painter) const;
    void paintSelectedTimes(QPainter& painter) const;
    void paintGuides(QPainter& painter) const;
    void paintPlayhead(QPainter& painter) const;
    QFont rulerFont() const;
    QString pointerText(double x) const;
    QRectF pointerNote(double x) const;
    void setPointer(std::optional<double> x);
    /// The time under the mouse.
    std::optional<double> pointer() const
    {
        return m_pointerX ? std::optional(m_scale.seconds(*m_pointerX)) : std::nullopt;
    }
    void applyScale(const TimeScale& scale);
    int paintHeadSigns(QPainter& painter, const QRect& head, bool locked, bool solo) const;
    QAction* addWish(QMenu& menu, const QString& text, const TrackLayout& layout, const QString& name);
    void fillStateMenu(QMenu& menu, const TrackPlace& place, const Track& track);
    const Row* rowAt(int y) const;
    QPointF inTrack(const Row& row, QPointF position) const;
    void hover(QPointF position);
    const Row* borderAt(int y) const;
    void pressHead(QPointF position);
    void moveHead(QPointF position);
    void hoverHead(QPointF position);

    std::vector<Track*> m_tracks;
    TrackLayout m_layout;
    std::vector<Row> m_rows;
    QScrollBar* m_scrollBar = nullptr;
    KineticPan* m_glide = nullptr;
    TimeScale m_scale;
    double m_closestZoom = 50000.0; ///< pixels per second: a sample of 48 kHz sound is one pixel wide
    double m_scrollTicks = 1000.0; ///< of the scroll bar, per second
    double m_duration = 0.0;
    double m_playhead = 0.0;
    bool m_following = true;
    std::optional<engine::Interval> m_selection;
    std::optional<int> m_selectedFrames;
    std::optional<engine::Interval> m_highlight;
    std::optional<double> m_guide;
    QPointer<const Track> m_active;

    QPixmap m_layer; ///< everything but selection and playhead, painted again only where something changed
    bool m_allDirty = true;
    bool m_headsDirty = true; ///< heads do not change while scrolling and zooming
    std::vector<const Track*> m_dirtyTracks;

    Gesture m_gesture = Gesture::None;
    QPointer<Track> m_gestureTrack;
    QPointer<Track> m_hoveredTrack;
    double m_pointerY = 0.0; ///< of the mouse, while it is over a track
    std::optional<double> m_pointerX; ///< pixels from the left of the tracks, while the mouse is over them
    QPointF m_pressed;
    TimeScale m_pressedScale;
    int m_pressedHeight = 0;
};

}
