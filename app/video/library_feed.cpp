#include "app/video/library_feed.h"

#include "app/document/document.h"
#include "app/playback/thumbnailer.h"
#include "app/video/video_opener.h"
#include "widgets/library/library_panel.h"

#include <algorithm>
#include <limits>

namespace app {

LibraryFeed::LibraryFeed(const Document& document, VideoOpener& videos, Thumbnailer& thumbnailer,
                         Settings& settings, widgets::LibraryPanel& panel)
    : QObject(&panel)
    , m_document(document)
    , m_panel(panel)
{
    panel.setOrder(widgets::LibraryOrder::fromName(settings.libraryOrder()));
    connect(&panel, &widgets::LibraryPanel::orderChosen, this,
            [&settings](const auto& order) { settings.setLibraryOrder(order.name()); });
    connectVideos(videos);
    connectThumbnails(document, thumbnailer);
}

void LibraryFeed::connectVideos(VideoOpener& videos)
{
    connect(&videos, &VideoOpener::datasetOpened, &m_panel, &widgets::LibraryPanel::setDatasetName);
    connect(&videos, &VideoOpener::entriesListed, this, [this](const auto& entries) {
        m_entries = entries;
        widgets::LibraryEntryList seen = entries;
        if (!isAllVisible()) {
            for (const auto& entry : visible(entries.read()))
                seen.replace(entry);
        }
        m_panel.model().setEntries(seen);
    });
    connect(&videos, &VideoOpener::entriesRead, this, &LibraryFeed::take);
    connect(&m_document.sight(), &DocumentSight::changed, this,
            [this] { m_panel.model().updateEntries(visible(m_entries.read())); });
    connect(&videos, &VideoOpener::opening, &m_panel, &widgets::LibraryPanel::setCurrent);
    connect(&m_panel, &widgets::LibraryPanel::entryChosen, &videos, &VideoOpener::open);
    connect(&m_panel, &widgets::LibraryPanel::playRequested, &videos, &VideoOpener::play);
    connect(&m_panel, &widgets::LibraryPanel::placeChosen, &videos, &VideoOpener::openAt);
}

void LibraryFeed::take(const Entries& entries)
{
    for (const auto& entry : entries)
        m_entries.replace(entry);
    m_panel.model().updateEntries(isAllVisible() ? entries : visible(entries));
}

bool LibraryFeed::isAllVisible() const
{
    const Sight& sight = m_document.sight().now();
    return sight.dataset && sight.words;
}

/// The same entries without what must not be seen now.
LibraryFeed::Entries LibraryFeed::visible(const Entries& entries) const
{
    const Sight& sight = m_document.sight().now();
    Entries shown;
    shown.reserve(entries.size());
    for (const auto& entry : entries) {
        widgets::LibraryEntry seen = *entry;
        if (!sight.dataset)
            std::ranges::fill(seen.labels, std::numeric_limits<float>::quiet_NaN());
        if (!sight.words)
            seen.words = {};
        shown.push_back(std::make_shared<const widgets::LibraryEntry>(std::move(seen)));
    }
    return shown;
}

void LibraryFeed::connectThumbnails(const Document& document, Thumbnailer& thumbnailer)
{
    connect(&m_panel, &widgets::LibraryPanel::thumbnailsWanted, this,
            [&document, &thumbnailer](const QStringList& ids) {
                QList<Thumbnailer::EntryWish> wishes;
                for (const QString& id : ids) {
                    if (const auto* media = document.dataset().mediaOf(id.toStdString()))
                        wishes.append({id, QString::fromStdString(media->file.string())});
                }
                thumbnailer.wantEntries(wishes);
            });
    connect(&thumbnailer, &Thumbnailer::entryReady, this,
            [this](const QString& id, const QImage& image) { m_panel.model().setThumbnail(id, image); });
}

}
