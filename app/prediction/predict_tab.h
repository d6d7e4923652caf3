#pragma once

#include "app/prediction/segment_in_sight.h"
#include "engine/core/segment_input.h"
#include "engine/worker/messages.h"
#include "widgets/predict/predict_panel.h"

#include <QObject>

namespace app {

class Jobs;
class ModelChoice;
class ModelList;
class ModelsClient;
class VideoOpener;

/// Feeds the Predict panel: with the available models, the loaded model's prediction for the segment in
/// sight, and its displays.
class PredictTab : public QObject {
    Q_OBJECT
public:
    PredictTab(const SegmentInSight& segment, Document& document, VideoOpener& videos,
               LivePrediction& prediction, ModelsClient& client, ModelChoice& choice, Jobs& jobs,
               widgets::PredictPanel& panel);

    void showSegment();
    void showWord(); ///< marks the word under the playhead in what the model shows of itself
    /// The model that compares what is seen with what is heard (VAT): the chosen one, else the first; or
    /// none.
    QString comparingModel() const;
    void toggleModality(engine::Modality modality);
    /// Tells which of the model's displays is shown under the timeline's words; empty: none.
    void setUnderWords(const QString& output);

signals:
    void openModelWished();
    void underWordsWished(const QString& output);

private:
    void connectModels(VideoOpener& videos);
    void showModel();
    void showAnswer();
    void showDisplays(const engine::Prediction* prediction);

    const SegmentInSight& m_segment;
    const LivePrediction& m_prediction;
    const ModelsClient& m_client;
    ModelChoice& m_choice;
    widgets::PredictPanel& m_panel;
    ModelList* m_models;
    std::vector<widgets::PredictPanel::Output> m_outputs; ///< of the model
};

}
