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

    void setFocus(std::optional<std::size_t> segment); ///< whose detail is shown
    void setHidden(bool hidden); ///< while predictions must not be seen
    void setHidesWords(bool hides); ///< while words must not be seen
    /// Shows or hides the track, as a step of the project's layout.
    void wish(bool shown);
    bool isWished() const; ///< the layout shows it

private:
    void show();

    static constexpr std::size_t kLinks = 5; ///< arcs that are drawn

    TimelineTracks m_tracks;
    Document& m_document;
    Editor& m_editor;
    const LivePrediction& m_prediction;
    std::optional<std::size_t> m_focus;
    QTimer m_again;
    bool m_isHidden = false;
    bool m_hidesWords = false;
};

}
