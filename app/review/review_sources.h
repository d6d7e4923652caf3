#pragma once

#include "app/review/model_scores.h"
#include "app/review/review_units.h"

#include <QObject>

#include <functional>
#include <memory>

namespace app {

class Session;

/// Gathers what a pass needs: the contents of the dataset's files, read once, and the predictions for all
/// segments, made once per model and kept up to date while the model answers.
class ReviewSources : public QObject {
    Q_OBJECT
public:
    explicit ReviewSources(Session& session, QObject* parent = nullptr);

    /// Reads what is missing in the background, then calls `then`, unless another dataset or model was
    /// opened.
    /// @param withScores  also asks the model about all segments; a message says when that is impossible
    void gather(bool withScores, const std::function<void()>& then);
    /// All segments that can be reviewed, from what was gathered so far. @param own  the layer of the pass
    std::vector<engine::ReviewUnit> units(const engine::Layer& own) const;

signals:
    void message(const QString& text);

private:
    void readFiles(const std::function<void()>& then);
    void readScores(const std::function<void()>& then);
    void notePrediction(std::size_t segment);
    void forgetScores();

    Session& m_session;
    std::shared_ptr<const RecordedVideos> m_files;
    ModelScores m_predictions;
    QString m_scoredModel; ///< the model that gave scores for all segments; empty: none did
};

}
