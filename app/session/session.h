#pragma once

#include "app/alignment/alignment.h"
#include "app/cameras/cameras.h"
#include "app/dataset/dataset_loader.h"
#include "app/dataset/library_reader.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/features/feature_reader.h"
#include "app/jobs/jobs.h"
#include "app/models_client/models_client.h"
#include "app/playback/player.h"
#include "app/playback/thumbnailer.h"
#include "app/prediction/live_prediction.h"
#include "app/project/open_project.h"
#include "app/project/project_writer.h"
#include "app/project/source_guard.h"
#include "engine/annotation/project/merge_projects.h"
#include "engine/annotation/project/snapshots.h"
#include "engine/media/peak_pyramid.h"

#include <filesystem>
#include <memory>
#include <set>

namespace app {

/// What works behind the window: the document with its project and history, reading, playing, predicting.
/// Knows no widgets.
class Session : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder that `polylogue-cli` and `polylogue-models` lie in.
    /// @param keeping  where edits go: into project files, or nowhere, which leaves no trace
    enum class Keeping { InProjects, InMemory };
    explicit Session(const QString& programs, Keeping keeping = Keeping::InProjects,
                     QObject* parent = nullptr);
    ~Session() override;

    Document& document() { return m_document; }
    Editor& editor() { return m_editor; }
    QUndoStack& undoStack() { return m_editor.history(); }
    /// Null where edits are not kept: nothing is open, or it is only looked at.
    ProjectWriter* writer() { return m_writer.get(); }
    const std::filesystem::path& projectPath() const { return m_projectPath; }
    Jobs& jobs() { return m_jobs; }
    SourceGuard& guard() { return m_guard; }
    FeatureReader& featureReader() { return m_featureReader; }
    Player& player() { return m_player; }
    Cameras& cameras() { return m_cameras; }
    Thumbnailer& thumbnailer() { return m_thumbnailer; }
    ModelsClient& modelsClient() { return m_modelsClient; }
    LivePrediction& prediction() { return m_prediction; }
    Alignment& alignment() { return m_alignment; }

    /// Opens a project, or a dataset list, a folder, csd and media files with the project that belongs to
    /// them, then the video that was in sight last.
    void open(const std::vector<std::filesystem::path>& paths);
    /// Opens the project again, although a program on another machine holds its lock.
    void takeOver();
    /// Opens a project whose dataset lies here now.
    void openMoved(const std::filesystem::path& project, const std::vector<std::filesystem::path>& dataset);
    void openVideo(const QString& id);
    void playVideo(const QString& id); ///< as soon as its media are open
    /// The same, and goes to this time as soon as sequences and media are there.
    void openVideoAt(const QString& id, double seconds);
    bool isJumping() const { return m_jump.has_value(); } ///< it is not there yet
    const QString& currentVideo() const { return m_currentVideo; }
    /// The open dataset; null until its sequences are opened.
    std::shared_ptr<const OpenDataset> dataset() const { return m_dataset; }
    /// Looks at csd files before they are opened here.
    engine::Prober& prober() { return *m_prober; }
    /// Whether they are looked at without limits on time and memory.
    void setTrustsFiles(bool trusts);
    /// The folder of the other programs.
    const QString& programs() const { return m_programs; }

    /// The model that was chosen for the open project, else that of the dataset (`model/*.safetensors` beside
    /// its list), else the demo's. A chosen one that is not there is said, and stays chosen.
    void startModel();
    /// The one that a person chose; the project remembers it.
    void startModel(const QString& path);

    const QString& modelPath() const { return m_modelPath; } ///< of the one that was asked for last

    /// Moves an edge of a word or labelled segment as part of drag number `drag`, within the video.
    void moveEdge(engine::SegmentId id, bool atEnd, double seconds, engine::EdgeMode mode, int drag);
    /// Reads the dataset again: its files changed, or were found.
    void reload();
    /// Takes words and labels from changed sequences as they are now: the project's own go, as one step that
    /// can be undone.
    void readAgain(const std::vector<engine::SourceFile>& changed);
    /// Writes a copy of the project that goes on for itself.
    void saveCopy(const QString& path);
    /// Makes the project what it was, as a step that can be undone; what it is now is put aside.
    void restore(const engine::Snapshot& version, const QString& when);
    /// Brings in what somebody else did in a copy of the project, as a step that can be undone. Then
    /// `merged`.
    void merge(const QString& path);
    /// Makes a folder with the project and all its media and sequences.
    void collect(const QString& folder);
    /// Writes all edits into a new project. @throws IoError.
    void writeElsewhere(const QString& path) const;
    /// Writes the words of the whole dataset, edits included, as a `.csd`.
    void exportWords(const QString& path);

    /// True when everything that was asked for has come, or failed.
    bool isSettled() const;
    /// What is still missing, for the message of a screenshot that waited in vain.
    QString unsettled() const;

signals:
    /// @param whyReadOnly  a sentence; empty: it may be edited
    /// @param lockedElsewhere  by a program on another machine, which may be gone
    /// @param lost  what of it is damaged
    void projectOpened(const QString& whyReadOnly, bool lockedElsewhere, const QStringList& lost);
    /// A project was to be opened whose dataset is not where it was.
    void datasetMissing(const std::filesystem::path& project, const std::filesystem::path& dataset);
    void merged(const QString& path, const engine::Merged& result);
    void datasetOpened(const QString& name);
    void entriesListed(const std::vector<widgets::LibraryEntryPtr>& entries);
    void entriesRead(const std::vector<widgets::LibraryEntryPtr>& entries); ///< or edited
    void videoOpening(const QString& id);
    void saveStateChanged(); ///< of the writer, or it is another one
    void mediaOpening(); ///< pictures and sound of another file are on their way
    void peaksChanged(const std::shared_ptr<const engine::PeakPyramid>& peaks);
    void message(const QString& text);

private:
    struct Opening;
    struct Wish;
    static std::shared_ptr<Opening> lookAt(const Wish& wish, const engine::RunContext& run);
    static void findDataset(Opening& opening, const std::vector<std::filesystem::path>& shown);
    void noteModel();
    void startDefaultModel();
    void load(const QString& model, bool isChosen);
    void takeModelFailure();
    void startOpening(Wish wish);
    void startNextOpening();
    void takeOpening(Opening& opening);
    void replaceDamaged(const engine::Snapshot& version, const QString& when);
    void takeProject(OpenedProject project);
    void openSequences(engine::DatasetList list);
    void takeDataset(std::shared_ptr<const OpenDataset> dataset);
    void takeMatchedMedia();
    void openMedia(const QString& id);
    void readPeaks(const QString& path);
    void jumpWhenOpen();
    void playWhenOpen();
    void readVideoAgain();
    void noteView();
    /// What was in sight last, and where; an empty video: the project does not say.
    struct View {
        QString video;
        double seconds = 0.0;
    };
    View lastView() const;
    engine::TimeZero timeZero() const;
    double timelineEnd(const VideoData& video) const;

    QString m_programs;
    Document m_document;
    Editor m_editor{m_document};
    Keeping m_keeping;
    std::shared_ptr<Wish>
        m_nextWish; ///< begins when the opening that runs has let go of its project; null: none
    bool m_isOpening = false;
    std::filesystem::path m_projectPath; ///< of the open project
    bool m_isDamaged = false; ///< it is
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<ProjectWriter> m_writer;
    std::vector<std::filesystem::path> m_paths; ///< that were opened
    std::unique_ptr<engine::Prober> m_prober;
    std::shared_ptr<const OpenDataset> m_dataset;
    QString m_currentVideo;
    quint64 m_videoReads = 0; ///< number of the last time that a video was read: earlier ones are late
    QString m_modelPath; ///< of the model that was asked for last
    std::set<QString> m_chosenModels; ///< paths of those that a person chose for this project
    std::optional<double> m_resumeAt; ///< where the video that is being opened was left
    struct Jump {
        QString video;
        double seconds = 0.0;
    };
    std::optional<Jump> m_jump; ///< where to seek as soon as sequences and media of the video are open
    QString m_playsWhenOpened; ///< id; empty: none
    QString m_openedMedia; ///< id of the video whose media the player has
    Player m_player;
    Thumbnailer m_thumbnailer;
    ModelsClient m_modelsClient;
    LivePrediction m_prediction;
    LibraryReader m_library{m_document, m_jobs};
    Jobs m_jobs; // after all that its work uses
    FeatureReader m_featureReader{m_document, m_jobs};
    SourceGuard m_guard{m_document, m_jobs};
    Cameras m_cameras{m_document, m_editor, m_jobs, m_player};
    Alignment m_alignment{m_document, m_editor, m_jobs};
};

}
