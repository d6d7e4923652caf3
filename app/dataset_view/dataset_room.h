#pragma once

#include "app/dataset_view/known_answers.h"
#include "app/dataset_view/room_models.h"
#include "app/dataset_view/room_points.h"
#include "app/dataset_view/room_state.h"
#include "engine/project_items/review_pass.h"
#include "widgets/dataset/dataset_view.h"

#include <QMainWindow>

namespace app {

class Document;
class Editor;
class Tasks;
class ModelChoice;
class ModelsClient;
class Project;
class ProjectMoments;
class Review;
class RoomAdditive;
class RoomComparison;
class RoomConcepts;
class RoomFlips;
class RoomPictures;
class RoomPlace;
class RoomSlices;
class Settings;
class VideoOpener;

/// The mode *Dataset*: lies over the docks beside the library, asks a model about all segments, keeps the
/// answers beside the project, and opens what a person points at.
class DatasetRoom : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Editor& editor;
        VideoOpener& videos;
        ModelsClient& modelsClient;
        ModelChoice& modelChoice;
        const Project& project;
        const ProjectMoments& moments;
        Review& review;
        Tasks& tasks;
        Settings& settings;
        QString programs; ///< the folder with `polylogue-models`
    };
    DatasetRoom(const Parts& parts, QWidget& library, QMainWindow& window);
    ~DatasetRoom() override;

    /// Shows or hides it; what it shows is made when it is first shown.
    void setShown(bool shown);
    bool isShown() const { return m_isShown; }
    /// Looks for what is kept, without being shown: pointsShown() tells it, now and when it changes.
    void prepare();
    /// Selects the segments that begin at these places; nothing, before it was shown or prepared. Never
    /// emits.
    /// @param what  they are, in words
    void choose(const std::vector<engine::ReviewPass::Place>& places, const QString& what);
    /// Whether everything that it shows is as it will stay.
    bool isSettled() const;
    ExplanationRun& run() { return m_answers->run(); }
    const widgets::DatasetContent& content() const { return *m_content; }

signals:
    void shown(bool isShown);
    void segmentWished(const QString& video, double seconds); ///< to be opened on the timeline
    void reviewWished(); ///< a pass has begun
    /// What a model says of all segments; no points: nothing is known, or it is hidden
    void pointsShown(const widgets::DatasetContentPtr& content);
    void selectionChanged(const std::vector<engine::ReviewPass::Place>& places); ///< by a person
    void openModelWished(); ///< from a file
    void commandWished(const QString& name); ///< of the window: the step that lets a model be asked

private:
    void makeView();
    void connectView();
    void connectParts();
    void refresh(); ///< what is shown follows project, dataset, model and what absent means
    QString whyHidden() const;
    void start();
    RoomState state() const;
    void showState();
    QString lack() const;
    FurtherAnswers further() const;
    void showModels(const std::vector<widgets::ModelEntry>& entries, const std::vector<ModelFile>& fitting);
    void showPoints(const widgets::DatasetContentPtr& content, const SegmentFactsPtr& facts);
    void followLabels(); ///< somebody edited some
    void selectOpened(const QString& video);
    void sendToQueue(const widgets::DatasetPlaces& points);
    const widgets::DatasetPoint& point(std::size_t place) const { return m_content->points[place]; }

    Parts m_parts;
    QMainWindow& m_window;
    QWidget& m_library;
    KnownAnswers* m_answers;
    RoomModels* m_models;
    widgets::DatasetView* m_view = nullptr; ///< null until the room is first shown or prepared
    // Null as long as the view is:
    RoomPlace* m_place = nullptr;
    RoomSlices* m_slices = nullptr;
    RoomConcepts* m_concepts = nullptr;
    RoomComparison* m_comparison = nullptr;
    RoomAdditive* m_additive = nullptr;
    RoomFlips* m_flips = nullptr;
    RoomPictures* m_pictures = nullptr;
    RoomPoints* m_points = nullptr;
    bool m_isShown = false;
    bool m_isAsked = false; ///< the answers, by Space, while the mode is not shown
    bool m_isEdited = false; ///< the project, since the answers were looked for
    bool m_isOpening = false; ///< a video, by a person's wish in this view
    QString m_command; ///< that the button below a message gives; empty: it asks the model
    widgets::DatasetContentPtr m_content;
};

}
