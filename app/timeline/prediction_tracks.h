#pragma once

#include "app/prediction/model_list.h"
#include "app/prediction/model_outputs.h"
#include "app/timeline/timeline_tracks.h"
#include "engine/core/display_card.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace app {

class Document;
class LearntLabels;
class LivePrediction;
class ModelsClient;

/// Shows the model's predictions for segments and its displays for words in the tracks.
class PredictionTracks : public QObject {
    Q_OBJECT
public:
    PredictionTracks(const TimelineTracks& tracks, const Document& document, const LivePrediction& prediction,
                     const ModelsClient& client, QObject* parent);

    void show();
    /// Labels that a model learnt stand beside its answers, where they are not those of the segments.
    void followLearnt(const LearntLabels& learnt);
    /// Shows a display of the model under the words. @param output  empty: the words' importance
    void showUnderWords(const QString& output);

signals:
    void shown();
    void underWordsChanged(const QString& output); ///< empty: their importance

private:
    void showModel();
    const engine::DisplayCard* stripCard() const;
    void showStrip();

    TimelineTracks m_tracks;
    const Document& m_document;
    const LivePrediction& m_prediction;
    const ModelsClient& m_client;
    const LearntLabels* m_learnt = nullptr; ///< null: there is nobody to ask
    std::vector<widgets::PredictPanel::Output> m_outputs; ///< of the model
    std::optional<ModelFile> m_facts; ///< of the model
    QTimer m_again; ///< when a modality is switched, many answers change at once and are shown together
};

}
