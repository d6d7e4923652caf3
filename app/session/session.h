#pragma once

#include "app/document/dataset_loader.h"
#include "app/document/document.h"
#include "app/jobs/jobs.h"
#include "app/models_client/models_client.h"
#include "app/playback/player.h"
#include "app/playback/thumbnailer.h"
#include "app/prediction/live_prediction.h"
#include "engine/media/peak_pyramid.h"

#include <QUndoStack>

#include <filesystem>
#include <memory>

namespace app {

/// What works behind the window: the document with its undo stack, reading, playing, predicting. Knows no
/// widgets.
class Session : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder that `polylogue-cli` and `polylogue-models` lie in.
    explicit Session(const QString& programs, QObject* parent = nullptr);
    ~Session() override;

    Document& document() { return m_document; }
    QUndoStack& undoStack() { return m_undoStack; }
    Jobs& jobs() { return m_jobs; }
    Player& player() { return m_player; }
    Thumbnailer& thumbnailer() { return m_thumbnailer; }
    ModelsClient& modelsClient() { return m_modelsClient; }
    LivePrediction& prediction() { return m_prediction; }

    /// Opens a dataset list, a folder, or csd and media files, then its first video.
    void open(const std::vector<std::filesystem::path>& paths);
    void openVideo(const QString& id);
    const QString& currentVideo() const { return m_currentVideo; }

    /// The model of the open dataset (`model/*.safetensors` beside its list), else the demo's.
    void startModel();
    void startModel(const QString& path);

    /// Moves an edge of a word as part of drag number `drag`. What else moves depends on where the words lay
    /// when the drag began, not on where it has been.
    void moveWordEdge(std::size_t word, bool atEnd, double seconds, int drag);
    /// Writes the words of the whole dataset, edits included, as a `.csd`.
    void exportWords(const QString& path);
    bool hasUnexportedEdits() const;

    /// True when everything that was asked for has come, or failed.
    bool isSettled() const;
    /// What is still missing, for the message of a screenshot that waited in vain.
    QString unsettled() const;

signals:
    void datasetOpened(const QString& name);
    void entriesListed(const std::vector<widgets::LibraryEntry>& entries);
    void entryRead(const widgets::LibraryEntry& entry);
    void videoOpening(const QString& id);
    void exported(); ///< the edited words are on disk
    void mediaOpening(); ///< pictures and sound of another file are on their way
    void peaksChanged(const std::shared_ptr<const engine::PeakPyramid>& peaks);
    void message(const QString& text);

private:
    void openSequences(engine::DatasetList list);
    void takeDataset(std::shared_ptr<const OpenDataset> dataset);
    void openMedia(const QString& id);
    void readLibrary();
    void readPeaks(const QString& path);
    double timelineEnd(const VideoData& video) const;

    Document m_document;
    QUndoStack m_undoStack;
    std::unique_ptr<engine::Prober> m_prober;
    std::shared_ptr<const OpenDataset> m_dataset;
    QString m_currentVideo;
    std::map<QString, WordEdits> m_exported; ///< the edits that were written last
    int m_drag = -1; ///< the drag that goes on, …
    std::vector<engine::Interval> m_wordsBeforeDrag; ///< … the words as it found them, …
    std::vector<std::size_t> m_draggedWords; ///< … and those that it moves
    QString m_modelPath; ///< of the model that was asked for last
    QString m_openedMedia; ///< id of the video whose media the player has
    Player m_player;
    Thumbnailer m_thumbnailer;
    ModelsClient m_modelsClient;
    LivePrediction m_prediction;
    Jobs m_jobs; // last: its work uses the others
};

}
