#pragma once

#include "app/timeline/timeline_tracks.h"

#include <QObject>

#include <vector>

namespace widgets {
class TextTrack;
}

namespace app {

class Document;

/// The timeline's tracks of texts other than words, such as phones, as their files have them.
class TextTracks : public QObject {
    Q_OBJECT
public:
    TextTracks(const TimelineTracks& tracks, Document& document, QObject* parent);

    void showVideo(); ///< makes the tracks of the video in sight
    void showSight(); ///< whether words may be seen changed

private:
    TimelineTracks m_tracks;
    Document& m_document;
    std::vector<widgets::TextTrack*> m_texts;
};

}
