#pragma once

#include "app/project/places_by_start.h"
#include "app/space/given_values.h"
#include "app/space/layer_rows.h"
#include "app/space/model_answers.h"
#include "app/space/placed_points.h"
#include "app/space/space_labels.h"
#include "app/tasks/task.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <optional>

namespace widgets {
class SpacePanel;

}

namespace app {

class Document;
class HoverPictures;
class ProjectMoments;
class Tasks;
class VideoOpener;

/// Fills the points of Space: the segments of the open dataset, placed in the background when they are first
/// seen. A click on one opens its video there.
class PointsFeed : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    PointsFeed(Document& document, const ProjectMoments& moments, VideoOpener& videos, Tasks& tasks,
               std::filesystem::path programs, widgets::SpacePanel& panel);

    /// The segment in sight, by its number in its video.
    void setSegment(std::optional<std::size_t> segment);
    /// The model whose layer of fusion is offered beside the sequences.
    void setModel(const FusedModel& model);
    void setAnswers(const widgets::DatasetContentPtr& answers);
    void setDynamics(const std::vector<widgets::SegmentDynamics>& dynamics);
    /// Numbers that points can be coloured by, which are chosen at once.
    void setGiven(const GivenValues& given);
    /// The segments that were lassoed.
    std::vector<engine::ReviewPass::Place> chosen() const;
    /// Selects these, now or as soon as they are placed. Never emits.
    void choose(const std::vector<engine::ReviewPass::Place>& places);
    bool isReading() const { return m_placing.isRunning() || m_labelling.isRunning() || m_soon.isActive(); }

signals:
    void sequencesWished(); ///< to be made: there are none that could place segments
    void segmentsWished(); ///< to be made: there are none to be placed
    void answersWished(); ///< the points are shown: what a model and its training say can colour them
    void selectionChanged(const std::vector<engine::ReviewPass::Place>& places); ///< by a person

private:
    void readIfSeen();
    void read(); ///< the chosen sequence or layer, placed by the chosen projection
    QStringList choices(const OpenDataset& dataset) const;
    /// How the rows of one of the choices are read.
    ReadSpaceRows reading(const ProjectMoment& moment, const QString& key) const;
    void showWanted();
    void showContent(const std::shared_ptr<const widgets::SpaceContent>& content);
    void jumpTo(int point);
    void showSelected();
    void recolour(const QString& video);
    void reword(const QString& video);
    void readLabels();
    void showLabels();
    void showAnswers();
    void hover(int point);

    Document& m_document;
    const ProjectMoments& m_moments;
    VideoOpener& m_videos;
    widgets::SpacePanel& m_panel;
    std::filesystem::path m_programs;
    FusedModel m_model;
    std::optional<PlacesByStart> m_wanted; ///< to be selected when they are placed
    QString m_sequence; ///< that was chosen last
    PlacedPoints m_placed;
    ModelAnswers m_answers;
    HoverPictures* m_pictures;
    bool m_stale = true; ///< the points are not those of the open dataset
    std::optional<std::size_t> m_segment;
    Task m_placing;
    std::shared_ptr<const SpaceLabels> m_labels = std::make_shared<SpaceLabels>();
    GivenValues m_given;
    std::size_t m_segmentsPlaced
        = 0; ///< a number for where the project's segments lay when points were placed
    bool m_areLabelsOld = false;
    QTimer m_soon; ///< labels are read again when nobody edits any more
    Task m_labelling;
};

}
