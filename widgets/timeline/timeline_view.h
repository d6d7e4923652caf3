#pragma once

#include "engine/core/interval.h"
#include "widgets/base/time_scale.h"
#include "widgets/timeline/timeline_areas.h"
#include "widgets/timeline/timeline_input.h"
#include "widgets/timeline/timeline_layer.h"
#include "widgets/timeline/timeline_look.h"
#include "widgets/timeline/timeline_painter.h"
#include "widgets/timeline/timeline_state.h"
#include "widgets/timeline/timeline_zoom.h"
#include "widgets/timeline/track.h"
#include "widgets/timeline/track_layout.h"

#include <QWidget>

#include <optional>
#include <vector>

class QMenu;
class QScrollBar;

namespace widgets {

class HeadMenu;
class TimeScrollBar;

/// Shows tracks one above the other on one time axis, with their heads at the left, the ruler on top and the
/// playhead across.
///
/// The view zooms around the pointer (Ctrl+wheel, pinch) or the playhead (keys), and pans by wheel, middle
/// button or scroll bar. Its parts do the work: TrackRows, TimelineZoom, TimelineInput, HeadMenu, ….
class TimelineView : public QWidget {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr);

    /// Takes the track as a child; it goes above `below`, or to the foot.
    void addTrack(Track* track, const Track* below = nullptr);
    void removeTrack(Track* track);
    const std::vector<Track*>& tracks() const { return m_state.rows.tracks(); }
    std::vector<Track*> shownTracks() const; ///< from top to bottom
    /// Sets which tracks are hidden, their heights and order. They are known by their object names.
    void setTrackLayout(TrackLayout layout);
    /// Tracks that say nothing of a leader belong to the group of the track with this name; empty: to none.
    void setLeaderOfRest(const QString& leader) { m_state.rows.setLeaderOfRest(leader), layOut(); }
    /// Adds what can be done with a track, and the hidden tracks. @param track  null: only these
    void fillHeadMenu(QMenu& menu, Track* track);
    /// Adds a submenu for each track that is shown, and the tracks that are hidden.
    void fillTrackMenu(QMenu& menu);

    void setDuration(double seconds);
    /// Whether what counts as seconds are steps of features without a clip; the ruler says so.
    void setCountsSteps(bool steps);
    bool countsSteps() const { return m_state.countsSteps; }
    double duration() const { return m_state.axis.duration; }
    void setPlayhead(double seconds);
    double playhead() const { return m_state.marks.playhead; }
    void setFollowing(bool follow); ///< true: the view moves on when the playhead leaves it
    bool isFollowing() const { return m_following; }
    /// @param frames  how many frames of the video lie in the span; absent where there is no picture
    void setSelection(std::optional<engine::Interval> span, std::optional<int> frames = {});
    std::optional<engine::Interval> selection() const { return m_state.marks.selection; }
    /// Shows a segment as a tinted column through all tracks.
    void setHighlight(std::optional<engine::Interval> span);
    std::optional<engine::Interval> highlight() const { return m_state.marks.highlight; }
    /// Shows a thin line through all tracks, where the edge in hand has snapped to.
    void setGuide(std::optional<double> seconds);
    void setActiveTrack(const Track* track); ///< that keys edit; its head is lit
    void setPinnedTrack(const Track* track); ///< stays in sight while others are scrolled; null: none
    const Track* pinnedTrack() const { return m_state.rows.pinned(); }

    const TimeScale& scale() const { return m_state.axis.scale; }
    void setScale(const TimeScale& scale) { m_zoom->setScale(scale); }
    void setClosestZoom(double pixelsPerSecond) { m_zoom->setClosest(pixelsPerSecond); }
    void zoomAroundPlayhead(double factor) { m_zoom->zoomAroundPlayhead(factor); }
    void zoomTo(engine::Interval span) { m_zoom->zoomTo(span); }
    void showAll() { m_zoom->showAll(); }
    void panByScreens(double screens) { m_zoom->panByScreens(screens); }
    void ensureVisible(double seconds) { m_zoom->ensureVisible(seconds); }
    void ensureVisible(const Track* track); ///< scrolls it into sight
    /// Moves the tracks up, as far as they go; the ruler stays. @param pixels  from the first track's top
    void scrollRows(int pixels);
    int scrolledRows() const { return m_state.rows.scrolled(); } ///< pixels, as of scrollRows()

    /// Where the tracks' time axis lies, in this widget.
    QRect trackArea() const { return areas().tracks(); }
    /// The row of one track, without its head.
    QRect areaOf(const Track* track) const;

    /// Paints what is in sight, with heads, at any resolution; what belongs to the mouse is left out.
    void paintPicture(QPainter& painter) const { paintTimeline(painter, m_state, look()); }
    const TimelineState& state() const { return m_state; } ///< everything that is shown
    QSize pictureSize() const { return {width(), height() - TimelineAreas::kScrollBarHeight}; }

    QSize sizeHint() const override { return {1200, 420}; }
    QSize minimumSizeHint() const override { return {480, 160}; }

signals:
    void seekRequested(double seconds);
    void selectionEdited(std::optional<engine::Interval> span);
    void selectionChanged(); ///< by whomever
    void scaleChanged(const widgets::TimeScale& scale);
    void partDoubleClicked(widgets::Track* track, std::size_t part);
    void headPressed(widgets::Track* track); ///< and neither a sign on it nor its border
    /// A person wants the menu of a place on a track. @param part  the word or segment there
    void menuWished(widgets::Track* track, std::optional<std::size_t> part, double seconds, QPoint global);
    /// The menu of a head is about to open; entries may be added. @param track  null: below all tracks
    void headMenuFilled(QMenu& menu, widgets::Track* track);
    /// A person moved a head, dragged its border or used its menu.
    /// @param what  name of the step for the history. @param continues  it is a step of a drag that goes on
    void layoutWished(const widgets::TrackLayout& layout, const QString& what, bool continues);
    void layoutReleased(); ///< the drag is over
    void rowsScrolled(); ///< the tracks moved up or down

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override { m_input->wheel(*event); }
    void mousePressEvent(QMouseEvent* event) override { m_input->press(*event); }
    void mouseMoveEvent(QMouseEvent* event) override { m_input->move(*event); }
    void mouseReleaseEvent(QMouseEvent* event) override { m_input->release(*event); }
    void mouseDoubleClickEvent(QMouseEvent* event) override { m_input->doubleClick(*event); }
    void leaveEvent(QEvent*) override { m_input->leave(); }
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override { m_input->contextMenu(*event); }

private:
    TimelineAreas areas() const { return {size(), m_hasRowBar}; }
    TimelineLook look() const { return {areas(), themeOf(palette()), font()}; }
    void connectParts();
    void layOut();
    void keepWidth(double before);
    void showScale();
    void updateTrack(const Track* track);
    void paintPointer(std::optional<double> before, std::optional<double> now);
    void openHeadMenu(Track* track, QPoint global);

    TimelineState m_state;
    TimelineLayer m_layer;
    bool m_following = true;
    bool m_hasRowBar = false; ///< not all tracks fit
    TimeScrollBar* m_scrollBar;
    QScrollBar* m_rowBar;
    TimelineZoom* m_zoom;
    TimelineInput* m_input;
    HeadMenu* m_headMenu;
};

}
