#pragma once

#include "app/review/model_scores.h"
#include "app/review/review_units.h"

#include <QObject>

#include <functional>
#include <memory>

namespace app {

class Session;

/// What is gathered before a pass begins: what the files of the dataset have of each video, read once, and
/// what the model says of the segments, worked out once per model and followed while it answers.
class ReviewSources : public QObject {
    Q_OBJECT
public:
    explicit ReviewSources(Session& session, QObject* parent = nullptr);

    /// Reads in the background what lacks; then calls `then`, unless another dataset or model was opened.
    /// @param withScores  what the model says of all segments, too; where it cannot be asked, that is told
    void gather(bool withScores, const std::function<void()>& then);
    /// All segments that can be reviewed, as far as was gathered. @param own  the layer of the pass
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
    QString m_scoredModel; ///< whose scores of all segments are among them; empty: none's
};

}
