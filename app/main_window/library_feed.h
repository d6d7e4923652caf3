#pragma once

#include "app/settings/settings.h"

#include <QObject>

namespace widgets {
class LibraryPanel;
}

namespace app {

class Document;
class Thumbnailer;
class VideoOpener;

/// Fills the library with the videos of the dataset, and opens the video that a person chooses in it.
class LibraryFeed : public QObject {
    Q_OBJECT
public:
    LibraryFeed(const Document& document, VideoOpener& videos, Thumbnailer& thumbnailer, Settings& settings,
                widgets::LibraryPanel& panel);

private:
    void connectVideos(VideoOpener& videos);
    void connectThumbnails(const Document& document, Thumbnailer& thumbnailer);

    widgets::LibraryPanel& m_panel;
};

}
