#pragma once

#include "app/review/model_scores.h"
#include "app/review/other_judgements.h"
#include "app/review/review_units.h"
#include "app/tasks/task.h"
#include "engine/project_items/review_pass.h"

#include <QObject>

#include <functional>
#include <memory>

namespace app {

class Document;
class Tasks;
class LivePrediction;
class ModelChoice;
class ModelsClient;
class VideoOpener;

/// Gathers what a pass needs: the contents of the dataset's files, read once, and the predictions for all
/// segments, made once per model and kept up to date while the model answers.
class ReviewSources : public QObject {
    Q_OBJECT
public:
    explicit ReviewSources(Document& document, VideoOpener& videos, ModelsClient& modelsClient,
                           ModelChoice& modelChoice, LivePrediction& prediction, Tasks& tasks,
                           const QString& programs, QObject* parent = nullptr);

    /// Gathers all segments that can be reviewed, in the background, then calls `then`, unless another
    /// dataset or project was opened. @param own  the layer of the pass
    void gatherUnits(const engine::Layer& own,
                     const std::function<void(const std::vector<engine::ReviewUnit>&)>& then);
    /// The same for the places that come behind those which a pass has.
    /// @param withScores  also asks the model about all segments; a message says when that is impossible
    void gatherPlaces(const engine::ReviewPass& pass, bool withScores,
                      const std::function<void(const std::vector<engine::ReviewPass::Place>&)>& then);
    /// What the judged tier itself, all other layers and the model say of a segment of the video in sight.
    std::vector<OtherJudgement> otherJudgements(engine::SegmentId judged, const engine::Layer& own) const;

private:
    template <typename Result, typename Work>
    void workOn(const engine::Layer& own, bool withScores, Work work,
                const std::function<void(const Result&)>& then);
    void readFiles(const std::function<void()>& then);
    void readScores(const std::function<void()>& then);
    void notePrediction(std::size_t segment);
    void forgetScores();

    Document& m_document;
    VideoOpener& m_videos;
    ModelsClient& m_modelsClient;
    ModelChoice& m_modelChoice;
    LivePrediction& m_prediction;
    Task m_gathering;
    Task m_readingFiles;
    Task m_asking;
    QString m_programs; ///< the folder that `polylogue-models` lies in
    std::shared_ptr<const RecordedVideos> m_files;
    ModelScores m_predictions;
    QString m_scoredModel; ///< the model that gave scores for all segments; empty: none did
};

}
