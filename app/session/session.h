#pragma once

#include "app/alignment/alignment.h"
#include "app/cameras/cameras.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/export/word_export.h"
#include "app/faces/faces.h"
#include "app/features/feature_reader.h"
#include "app/models_client/models_client.h"
#include "app/playback/player.h"
#include "app/playback/thumbnailer.h"
#include "app/prediction/live_prediction.h"
#include "app/prediction/model_choice.h"
#include "app/prediction/other_models.h"
#include "app/project/project.h"
#include "app/project/source_guard.h"
#include "app/session/project_versions.h"
#include "app/snapshot/project_moment.h"
#include "app/tasks/tasks.h"
#include "app/video/tier_reader.h"
#include "app/video/video_opener.h"

namespace app {

/// Makes the parts that work behind the window and connects them. Code that needs a part is given that part,
/// not the session. It knows no widgets.
class Session : public QObject {
    Q_OBJECT
public:
    using Keeping = Project::Keeping;
    /// @param programs  the folder in which `polylogue-cli` and `polylogue-models` lie.
    explicit Session(const QString& programs, Keeping keeping = Keeping::InProjects,
                     QObject* parent = nullptr);
    ~Session() override;

    Document& document() { return m_document; }
    Editor& editor() { return m_editor; }
    QUndoStack& undoStack() { return m_editor.history(); }
    Tasks& tasks() { return m_tasks; }
    Project& project() { return m_project; }
    SourceGuard& guard() { return m_guard; }
    ProjectVersions& versions() { return m_versions; }
    Faces& faces() { return m_faces; }
    FeatureReader& featureReader() { return m_featureReader; }
    Player& player() { return m_player; }
    Cameras& cameras() { return m_cameras; }
    Thumbnailer& thumbnailer() { return m_thumbnailer; }
    VideoOpener& videos() { return m_videos; }
    TierReader& tierReader() { return m_tierReader; }
    ModelsClient& modelsClient() { return m_modelsClient; }
    ModelChoice& modelChoice() { return m_modelChoice; }
    LivePrediction& prediction() { return m_prediction; }
    OtherModels& otherModels() { return m_otherModels; }
    Alignment& alignment() { return m_alignment; }
    WordExport& wordExport() { return m_wordExport; }
    const ProjectMoments& moments() const { return m_moments; } ///< for whoever asks for data
    /// Checks csd files before they are opened in this process.
    engine::Prober& prober() { return m_prober; }
    /// The folder of the other programs.
    const QString& programs() const { return m_programs; }

    /// Reads the dataset again after its files changed or were found.
    void reload();
    /// The same where its list changed, too: sequences and videos came or went. Edits stay.
    void readDatasetAgain();
    /// Reads what this program has written for the open project: that its files changed is no news. The video
    /// in sight stays.
    /// @param list  the `dataset.json` that names what was written; it becomes part of the project
    /// @param goesOn  more is being written
    void takeWritten(const std::filesystem::path& list, const std::vector<std::filesystem::path>& written,
                     std::filesystem::file_time_type since, bool goesOn);

    /// Whether every request has been answered or has failed.
    bool isSettled() const;
    /// Names what is still missing, for the message of a screenshot that waited in vain.
    QString unsettled() const;

private:
    void connectMessages();
    void connectProject();
    void connectVideos();
    void connectAttention();

    bool m_isGrowing = false; ///< the dataset that is being looked for has grown
    QString m_programs;
    engine::Prober m_prober;
    Document m_document;
    Editor m_editor{m_document};
    Player m_player;
    Thumbnailer m_thumbnailer;
    ModelsClient m_modelsClient;
    LivePrediction m_prediction;
    OtherModels m_otherModels;
    Tasks m_tasks;
    VideoOpener m_videos{m_document, m_tasks, m_player, m_thumbnailer, m_prober};
    Project m_project;
    SourceGuard m_guard{m_document, m_tasks};
    ProjectVersions m_versions{m_document, m_editor, m_tasks, m_project, m_guard};
    TierReader m_tierReader{m_document, m_videos, m_tasks};
    ModelChoice m_modelChoice{m_document, m_tasks, m_project, m_modelsClient};
    WordExport m_wordExport{m_document, m_tasks};
    FeatureReader m_featureReader{m_document, m_tasks};
    Faces m_faces{m_document, m_tasks};
    Cameras m_cameras{m_document, m_editor, m_tasks, m_player};
    Alignment m_alignment{m_document, m_editor, m_tasks};
    ProjectMoments m_moments{m_document, m_project, m_videos};
};

}
