#include "app/main_window/library_feed.h"

#include "app/document/document.h"
#include "app/playback/thumbnailer.h"
#include "app/video/video_opener.h"
#include "widgets/library/library_panel.h"

namespace app {

LibraryFeed::LibraryFeed(const Document& document, VideoOpener& videos, Thumbnailer& thumbnailer,
                         Settings& settings, widgets::LibraryPanel& panel)
    : QObject(&panel)
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
    connect(&videos, &VideoOpener::entriesListed, this,
            [this](const auto& entries) { m_panel.model().setEntries(entries); });
    connect(&videos, &VideoOpener::entriesRead, &m_panel.model(), &widgets::LibraryModel::updateEntries);
    connect(&videos, &VideoOpener::opening, &m_panel, &widgets::LibraryPanel::setCurrent);
    connect(&m_panel, &widgets::LibraryPanel::entryChosen, &videos, &VideoOpener::open);
    connect(&m_panel, &widgets::LibraryPanel::playRequested, &videos, &VideoOpener::play);
    connect(&m_panel, &widgets::LibraryPanel::placeChosen, &videos, &VideoOpener::openAt);
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
