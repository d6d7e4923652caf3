#pragma once

#include "app/settings/settings.h"
#include "widgets/library/library_entry_list.h"

#include <QObject>

#include <vector>

namespace widgets {
class LibraryPanel;
}

namespace app {

class Document;
class Thumbnailer;
class VideoOpener;

/// Fills the library with the videos of the dataset, and opens the video that a person chooses in it. While a
/// pass of review hides labels or words, the library never gets them: it can neither show nor find them.
class LibraryFeed : public QObject {
    Q_OBJECT
public:
    LibraryFeed(const Document& document, VideoOpener& videos, Thumbnailer& thumbnailer, Settings& settings,
                widgets::LibraryPanel& panel);

private:
    void connectVideos(VideoOpener& videos);
    void connectThumbnails(const Document& document, Thumbnailer& thumbnailer);
    using Entries = std::vector<widgets::LibraryEntryPtr>;
    Entries visible(const Entries& entries) const;
    bool isAllVisible() const;
    void take(const Entries& entries);

    const Document& m_document;
    widgets::LibraryPanel& m_panel;
    widgets::LibraryEntryList m_entries; ///< with all that is known of them
};

}
