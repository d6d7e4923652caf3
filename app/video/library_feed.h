#pragma once

#include "app/settings/settings.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <vector>

namespace widgets {
class LibraryPanel;
struct LibraryEntry;

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
    using Entries = std::vector<std::shared_ptr<const widgets::LibraryEntry>>;
    Entries visible(const Entries& entries) const;
    void take(const Entries& entries);

    const Document& m_document;
    widgets::LibraryPanel& m_panel;
    Entries m_entries; ///< with all that is known of them
    QHash<QString, std::size_t> m_places; ///< in m_entries
};

}
