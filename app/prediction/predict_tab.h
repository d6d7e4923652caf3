#pragma once

#include "app/document/segment_in_sight.h"
#include "app/document/tried_items.h"
#include "app/prediction/caution_guard.h"
#include "app/prediction/live_prediction.h"
#include "app/prediction/model_list.h"
#include "engine/core/segment_input.h"
#include "engine/worker/messages.h"
#include "widgets/predict/predict_panel.h"

#include <QObject>

namespace app {

class AgainstModels;
class Tasks;
class LearntLabels;
class ModelChoice;
class ModelList;
class ModelsClient;
class OtherModels;
class VideoOpener;
class WhatIfLedger;

/// Feeds the Predict panel: with the available models, the loaded model's prediction for the segment in
/// sight, and its displays.
class PredictTab : public QObject {
    Q_OBJECT
public:
    PredictTab(Document& document, VideoOpener& videos, LivePrediction& prediction, OtherModels& others,
               ModelsClient& client, ModelChoice& choice, const LearntLabels& learnt, Tasks& tasks,
               widgets::PredictPanel& panel);

    /// The model that compares what is seen with what is heard (VAT): the chosen one, else the first; or
    /// none.
    QString comparingModel() const { return modelOf(QStringLiteral("VAT")); }
    /// The file of a model of this class that there is; empty: none.
    QString modelOf(const QString& architecture) const;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void setAttributionOnTimeline(bool isShown); ///< whether its track is shown
    /// Tells which of the model's displays is shown under the timeline's words; empty: none.
    void setUnderWords(const QString& output);
    void showCard(); ///< of the model that answers

signals:
    void openModelWished();
    /// What the model lacks is to be made. @param action  name of the window's action for it
    void stepWished(const QString& action);
    void underWordsWished(const QString& output);
    void attributionWished(bool onTimeline); ///< as a track
    /// WhatIfLedger::triedWished()
    void triedWished(const QString& step, const std::vector<app::Tried>& all);
    /// WhatIfLedger::applyWished()
    void applyWished(const QString& step, const app::Tried& tried, std::size_t firstWord,
                     const std::vector<app::Tried>& rest);
    /// What the model says of a segment is to become its label.
    void acceptWished(std::size_t segment, const QString& label, double value, const QString& model);

private:
    void showSegment();
    void showLabels();
    void showWord(); ///< marks the word under the playhead in what the model shows of itself
    void connectModels(VideoOpener& videos);
    void showModel();
    void showAnswer();
    void showWhyNoAnswer();
    void showLack(bool isAnswered);
    void showOthers();
    void showDisplays(const engine::Prediction* prediction);
    void connectWhy();
    void accept();
    /// The segment in sight, or the piece under the playhead of a video without segments.
    std::optional<std::size_t> place() const;
    QString title() const;
    const LivePrediction::Answer* answerHere() const; ///< null: there is none
    std::size_t headline() const;
    void wishExplanation();
    void wishDetail();
    void showWhy(const LivePrediction::Answer* answer);

    SegmentInSight m_segment;
    const Document& m_document;
    LivePrediction& m_prediction;
    const ModelsClient& m_client;
    ModelChoice& m_choice;
    const LearntLabels& m_learnt;
    widgets::PredictPanel& m_panel;
    CautionGuard m_caution;
    ModelList* m_models;
    AgainstModels* m_against;
    std::optional<ModelFile> m_model; ///< facts of the one that answers
    QString m_remedy; ///< name of the action for what the model lacks; empty: nothing is offered
    WhatIfLedger* m_ledger;
    std::vector<widgets::PredictPanel::Output> m_outputs; ///< of the model
    bool m_isOnTimeline = false; ///< the attribution's track is shown
    engine::AbsentKind m_absent = engine::AbsentKind::Mean;
};

}
