#pragma once

#include "app/timeline/timeline_tracks.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace widgets {
class AttributionTrack;
}

namespace app {

class Document;
class Editor;
class LivePrediction;

/// Shows in the timeline's track of attributions the detail of the segment in focus, and whether a person
/// wants that track.
class AttributionLanes : public QObject {
    Q_OBJECT
public:
    AttributionLanes(const TimelineTracks& tracks, Document& document, Editor& editor,
                     const LivePrediction& prediction, QObject* parent);

    void show(); ///< also when other parts may be seen
    /// Shows or hides the track, as a step of the project's layout.
    void wish(bool shown);
    bool isWished() const; ///< the layout shows it

private:
    static constexpr std::size_t kLinks = 5; ///< arcs that are drawn

    TimelineTracks m_tracks;
    Document& m_document;
    Editor& m_editor;
    const LivePrediction& m_prediction;
    QTimer m_again;
};

}
