#pragma once

#include "app/project/review_pass.h"
#include "app/space/model_answers.h"
#include "app/space/placed_points.h"

#include <QWidget>

#include <optional>

namespace widgets {
class SpacePanel;
}

namespace app {

class Document;
class Jobs;
class VideoOpener;
class HoverPictures;
class SpacePainter;

/// The tab `Space`: empty until it is first shown, then the segments of the open dataset as points. A click
/// on one opens its video there.
class SpaceTab : public QWidget {
    Q_OBJECT
public:
    explicit SpaceTab(Document& document, VideoOpener& videos, Jobs& jobs, const QString& programs,
                      QWidget* parent = nullptr);

    /// The segment in sight, by its number in its video.
    void setSegment(std::optional<std::size_t> segment);
    /// What a model says of the dataset's segments.
    void setAnswers(const widgets::DatasetContentPtr& answers);
    /// What the training of the model says of them.
    void setDynamics(const std::vector<widgets::SegmentDynamics>& dynamics);
    /// The segments that were lassoed.
    std::vector<ReviewPass::Place> chosen() const;
    /// True when everything that it shows is drawn as it will stay.
    bool isComplete() const;

signals:
    void answersWished(); ///< the tab is shown: what a model and its training say can colour it
    void reviewWished(); ///< of what is chosen
    void datasetWished(); ///< what is chosen, in the mode Dataset
    void message(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makePanel();
    void makePainter();
    void read(); ///< the chosen sequence, placed by the chosen projection
    void showContent(const std::shared_ptr<const widgets::SpaceContent>& content);
    void noteStop();
    void jumpTo(int point);
    void showSelected();
    void recolour(const QString& video);
    void showAnswers();
    void hover(int point);
    void askForSpacePicture();

    Document& m_document;
    VideoOpener& m_videos;
    Jobs& m_jobs;
    QString m_programs; ///< the folder that `polylogue-space` lies in
    widgets::SpacePanel* m_panel = nullptr;
    SpacePainter* m_painter = nullptr;
    QString m_sequence; ///< that was chosen last
    PlacedPoints m_placed;
    ModelAnswers m_answers;
    HoverPictures* m_pictures;
    bool m_stale = true; ///< the points are not those of the open dataset
    bool m_reading = false;
    bool m_failed = false; ///< there is no OpenGL
    std::optional<std::size_t> m_segment;
};

}
