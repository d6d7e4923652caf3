#pragma once

#include "app/timeline/attribution_lanes.h"
#include "app/timeline/compared_tracks.h"
#include "app/timeline/draft_tracks.h"
#include "app/timeline/face_lanes.h"
#include "app/timeline/feature_tracks.h"
#include "app/timeline/media_tracks.h"
#include "app/timeline/prediction_tracks.h"
#include "app/timeline/text_tracks.h"
#include "app/timeline/tier_in_hand.h"
#include "app/timeline/tier_tracks.h"
#include "app/timeline/timeline_drags.h"
#include "widgets/timeline/timeline_view.h"

#include <QWidget>

namespace widgets {
class OverviewStrip;
class TransportBar;
class VolumeControl;
}

namespace app {

class Actions;
class CameraMenu;
class Cameras;
class Faces;

/// The objects that the timeline shows, and those that it tells of edits.
struct TimelineSources {
    Document& document;
    Editor& editor;
    Player& player;
    VideoOpener& videos;
    Thumbnailer& thumbnailer;
    Cameras& cameras;
    Faces& faces;
    FeatureReader& features;
    Alignment& alignment;
    LivePrediction& prediction;
    OtherModels& others;
    ModelsClient& model;
};

/// Transport, overview and timeline. Each kind of track has its own feeder; the panel tells the feeders when
/// another video or another time comes into sight.
class TimelinePanel : public QWidget {
    Q_OBJECT
public:
    TimelinePanel(const TimelineSources& sources, const Actions& actions, QWidget* parent = nullptr);

    widgets::TimelineView& view() { return m_view; }
    const widgets::TimelineView& view() const { return m_view; }
    widgets::VolumeControl& volume() { return *m_volume; }
    CameraMenu& cameraMenu() { return *m_cameras; }
    TierTracks& tiers() { return m_tiers; }
    TierInHand& hand() { return m_hand; }
    FeatureTracks& features() { return m_features; }
    FaceLanes& faces() { return m_faces; }
    TextTracks& texts() { return m_texts; }
    PredictionTracks& predictions() { return m_predictions; }
    AttributionLanes& attributions() { return m_attributions; }
    DraftTracks& drafts() { return m_drafts; }

    /// The next (+1) or previous (−1) edge of a word, from the playhead.
    std::optional<double> neighbourWordEdge(int step) const;
    /// The span that plays with Shift+Space: the selection, else the segment.
    std::optional<engine::Interval> spanToPlay() const;
    /// Sets the selected span of time.
    void setSelectedSpan(std::optional<engine::Interval> span);
    /// Plays a span once. Its segment stays in focus when it ends. @param span  absent: the span that plays
    /// with Shift+Space
    void play(std::optional<engine::Interval> span = {});
    /// Lets the person type in place: the text of a word or segment, or the value of a labelled segment.
    void edit(const TierName& tier, std::size_t index);
    bool isComplete() const; ///< whether everything that the tracks requested has come

signals:
    void layoutShown(); ///< the project's layout of the tracks

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeTransport(Cameras& cameras, const Actions& actions);
    void connectDocument();
    void connectPlayer(VideoOpener& videos);
    void connectPrediction(LivePrediction& prediction);
    void connectView();
    void connectActions(const Actions& actions);
    void showVideo();
    void showWords();
    void showLayout();
    void showPosition(double seconds);
    void showAttention();
    void updateDuration();
    void showSight();

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    widgets::TimelineView& m_view;
    widgets::TransportBar* m_transport;
    widgets::OverviewStrip& m_overview;
    widgets::VolumeControl* m_volume = nullptr;
    CameraMenu* m_cameras = nullptr;
    TimelineTracks m_tracks;
    MediaTracks m_media;
    TierTracks m_tiers;
    TextTracks m_texts;
    FaceLanes m_faces;
    FeatureTracks m_features;
    PredictionTracks m_predictions;
    ComparedTracks m_compared;
    AttributionLanes m_attributions;
    DraftTracks m_drafts;
    TierInHand m_hand;
    TimelineDrags m_drags;
};

}
