#pragma once

#include "app/space/given_values.h"
#include "app/space/layer_rows.h"
#include "app/space/model_shown.h"
#include "engine/project_items/review_pass.h"
#include "widgets/dataset/dataset_content.h"
#include "widgets/training/dynamics_plot.h"

#include <QWidget>

#include <optional>

namespace widgets {
class SpaceViews;

}

namespace app {

class Document;
class Faces;
class FeatureReader;
class Tasks;
class ModelFigures;
class Player;
class PointsFeed;
class ProjectMoments;
class SpacePainter;
class SurfaceFeed;
class VideoOpener;

/// What the tab Space shows comes from here.
struct SpaceSources {
    Document& document;
    const ProjectMoments& moments;
    VideoOpener& videos;
    Tasks& tasks;
    Player& player;
    Faces& faces;
    FeatureReader& features;
    QString programs; ///< the folder that `polylogue-space` and `polylogue-models` lie in
};

/// The tab `Space`: empty until it is first shown. Then the segments of the open dataset as points, or one of
/// the other views.
class SpaceTab : public QWidget {
    Q_OBJECT
public:
    explicit SpaceTab(const SpaceSources& sources, QWidget* parent = nullptr);

    /// The model whose layer of fusion can place the segments.
    void setModel(const FusedModel& model);
    /// What a model says of the dataset's segments.
    void setAnswers(const widgets::DatasetContentPtr& answers);
    /// What the training of the model says of them.
    void setDynamics(const std::vector<widgets::SegmentDynamics>& dynamics);
    /// Numbers that segments can be coloured by, now or when the tab is first shown.
    void setGiven(const GivenValues& given);
    /// What the model shows of the segment in sight; it is asked for by `modelShownWished`.
    void setModelShown(const ModelShown& shown);
    /// The segments that were lassoed.
    std::vector<engine::ReviewPass::Place> chosen() const;
    /// Selects these, now or when the tab is first shown. Never emits.
    void choose(const std::vector<engine::ReviewPass::Place>& places);
    /// True when everything that it shows is drawn as it will stay.
    bool isComplete() const;

signals:
    void answersWished(); ///< points are shown: what a model and its training say can colour them
    void selectionChanged(const std::vector<engine::ReviewPass::Place>& places); ///< of points, by a person
    void modelShownWished(); ///< the tab is shown
    void modelWished(const QString& architecture); ///< one of this class is to predict
    void extractionWished(); ///< of landmarks of faces, or of any sequences
    void segmentsWished(); ///< there are none to be placed
    void reviewWished(); ///< of what is chosen
    void datasetWished(); ///< what is chosen, in the mode Dataset

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeViews();
    void makePainter();
    void fail(const QString& why);
    void askForSpacePicture();

    SpaceSources m_sources;
    widgets::SpaceViews* m_views = nullptr;
    SpacePainter* m_painter = nullptr;
    PointsFeed* m_points = nullptr;
    SurfaceFeed* m_surface = nullptr;
    ModelFigures* m_figures = nullptr;
    FusedModel m_model;
    GivenValues m_given;
    std::vector<engine::ReviewPass::Place> m_wanted; ///< to be selected when the views are made
    bool m_failed = false; ///< there is no OpenGL
};

}
