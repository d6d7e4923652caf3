#pragma once

#include "app/dataset_view/known_answers.h"
#include "app/dataset_view/room_state.h"
#include "app/playback/strip_pictures.h"
#include "app/prediction/model_list.h"
#include "app/project/review_pass.h"
#include "app/tasks/task.h"
#include "widgets/dataset/dataset_view.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <set>

namespace app {

class CounterfactualDialog;
class Document;
class Editor;
class Tasks;
class ModelChoice;
class ModelsClient;
class Project;
class Review;
class RoomAdditive;
class RoomComparison;
class RoomConcepts;
class RoomSlices;
class Settings;
struct SegmentFacts;
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
    void choose(const std::vector<ReviewPass::Place>& places, const QString& what);
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
    void selectionChanged(const std::vector<ReviewPass::Place>& places); ///< by a person
    void openModelWished(); ///< from a file
    void extractionWished(); ///< the videos have no sequences yet

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Answer { Run, OpenModel, Extract }; ///< of the button below a message
    struct Instead { ///< what stands in the place of the plots
        QString text;
        QString button; ///< empty: none
        Answer answer;
    };
    std::optional<Instead> insteadOfPlots() const;

    void makeView();
    void connectView();
    void connectParts();
    void lieBesideLibrary();
    void findModels();
    QString model() const;
    void refresh(); ///< what is shown follows project, dataset, model and what absent means
    QString whyHidden() const;
    void start();
    void advance(); ///< shows what came, unless the points are being made
    RoomState state() const;
    void showState();
    void makePoints();
    void showPoints(const widgets::DatasetContentPtr& content, std::vector<SegmentFacts> facts);
    QString modelName() const;
    void askWhatWouldFlip(std::size_t place);
    void sendToQueue(const widgets::DatasetPlaces& points);
    QList<StripPictures::Wish> moments(const widgets::DatasetPlaces& points) const;
    void exportTable();
    const widgets::DatasetPoint& point(std::size_t place) const { return m_content->points[place]; }

    Parts m_parts;
    QMainWindow& m_window;
    QPointer<QWidget> m_library;
    KnownAnswers* m_answers;
    StripPictures* m_pictures;
    StripPictures* m_conceptPictures;
    RoomSlices* m_slices = nullptr; ///< made with the view
    RoomConcepts* m_concepts = nullptr; ///< made when the view is
    RoomComparison* m_comparison = nullptr; ///< made when the view is
    std::set<QString> m_cannotHide; ///< models that cannot hide a modality
    RoomAdditive* m_additive = nullptr; ///< made when the view is
    widgets::DatasetView* m_view = nullptr; ///< null until it is first shown
    QPointer<CounterfactualDialog> m_flips;
    bool m_isShown = false;
    bool m_isAsked = false; ///< the answers, by Space, while the mode is not shown
    bool m_isOpening = false; ///< a video, by a person's wish in this view
    Answer m_answer = Answer::Run;
    QString m_model; ///< that was chosen here; empty: the window's
    std::size_t m_output = 0;
    bool m_isToBeMade = false; ///< the points, again
    QHash<QString, QString> m_modelNames; ///< by path
    widgets::DatasetContentPtr m_content;
    QTimer m_later; ///< joins edits of labels, and segments that come
    Task m_findingModels;
    Task m_making; ///< the points
};

}
