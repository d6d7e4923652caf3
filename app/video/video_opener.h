#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/dataset/library_reader.h"
#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/playback/thumbnailer.h"
#include "app/tasks/tasks.h"
#include "engine/media/peak_pyramid.h"

#include <QObject>

#include <memory>
#include <optional>

namespace app {

/// Opens a dataset's sequences, and one video at a time: its sequences go into the document, its pictures and
/// its sound to the player.
///
/// The media and the sequences of a video are opened at the same time; either can be ready first.
class VideoOpener : public QObject {
    Q_OBJECT
public:
    /// @param prober  checks csd files before they are opened in this process
    VideoOpener(Document& document, Tasks& tasks, Player& player, Thumbnailer& thumbnailer,
                engine::Prober& prober, QObject* parent = nullptr);

    /// Opens the sequences of a dataset, then the video that was in sight last.
    void openDataset(engine::DatasetList list);
    /// The open dataset has further videos or sequences, or other ones: reads them while the video in sight
    /// stays where it is.
    void grow(engine::DatasetList list);
    /// The open dataset; null until its sequences are opened.
    std::shared_ptr<const OpenDataset> dataset() const { return m_dataset; }

    void open(const QString& id);
    /// Opens a video and plays it as soon as its media are there.
    void play(const QString& id);
    /// Opens a video and goes to this time as soon as its sequences and its media are there.
    void openAt(const QString& id, double seconds);
    /// The same, and plays this span once from there.
    void playAt(const QString& id, engine::Interval span);
    /// Whether openAt() or playAt() has not reached its place yet.
    bool isJumping() const { return m_jump.has_value(); }
    const QString& current() const { return m_current; } ///< id of the video in sight; empty: no video

    /// Notes in the project which video is in sight, and where.
    void noteView();

signals:
    void datasetOpened(const QString& name);
    /// The sequences of the dataset are open.
    void sequencesOpened(const std::shared_ptr<const app::OpenDataset>& dataset);
    void entriesListed(const widgets::LibraryEntryList& entries);
    void entriesRead(const std::vector<widgets::LibraryEntryPtr>& entries); ///< entries were read or edited
    void opening(const QString& id);
    void mediaOpening(const QString& id); ///< pictures and sound of this video are being opened
    void mediaNamed(const QString& id); ///< the sequences showed to which video the open media belong
    void peaksChanged(const std::shared_ptr<const engine::PeakPyramid>& peaks);

private:
    /// The video that was in sight last, and the playhead in it. An empty video: the project has none.
    struct View {
        QString video;
        double seconds = 0.0;
    };
    View lastView() const;
    void read(engine::DatasetList list, void (VideoOpener::*then)(std::shared_ptr<const OpenDataset>));
    void takeDataset(std::shared_ptr<const OpenDataset> dataset);
    void takeGrown(std::shared_ptr<const OpenDataset> dataset);
    void tell();
    void takeMatchedMedia();
    void openMedia(const QString& id);
    void readPeaks(const QString& path);
    void readAgain();
    bool facesDiffer() const;
    struct Jump;
    void jumpTo(const Jump& jump);
    void jumpWhenOpen();
    void playWhenOpen();
    engine::TimeZero timeZero() const;

    Document& m_document;
    Task m_opening;
    Task m_reading;
    Task m_readingSound;
    Player& m_player;
    Thumbnailer& m_thumbnailer;
    engine::Prober& m_prober;
    LibraryReader m_library;
    std::shared_ptr<const OpenDataset> m_dataset;
    QString m_current;
    engine::FaceCorrections m_faces; ///< that the video in sight was read with
    QString m_openedMedia; ///< id of the video whose media the player has
    std::optional<double> m_resumeAt; ///< where the playhead last was in the video that is being opened
    struct Jump {
        QString video;
        double seconds = 0.0;
        std::optional<double> playsUntil = {};
    };
    std::optional<Jump> m_jump; ///< where to seek as soon as sequences and media of the video are open
    QString m_playsWhenOpened; ///< id; empty: none
};

}
