#pragma once

#include "app/timeline/timeline_tracks.h"

#include <QObject>
#include <QPoint>
#include <QString>

#include <optional>

namespace widgets {
class Track;
}

namespace app {

class Document;
class Faces;

/// The timeline's track of people: who is seen when, and who speaks, as the project has it. It wants the
/// landmarks as long as the track is shown.
class FaceLanes : public QObject {
    Q_OBJECT
public:
    FaceLanes(const TimelineTracks& tracks, Document& document, Faces& faces, QObject* parent);

    void setShown(bool shown); ///< while a pass hides the picture
    /// The project's layout hides or shows the track.
    void showLayout();

signals:
    /// A person wants the menu of somebody. @param where  on the screen
    void menuWished(std::size_t person, QPoint where);
    void renameWished(std::size_t person); ///< a person double-clicked on somebody

private:
    void show();
    std::optional<std::size_t> personAt(const widgets::Track* track, std::optional<std::size_t> part) const;

    TimelineTracks m_tracks;
    Document& m_document;
    Faces& m_faces;
    QString m_video; ///< the video whose people are shown
    bool m_isShown = true;
};

}
