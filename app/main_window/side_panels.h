#pragma once

#include "engine/core/segment_input.h"
#include "engine/worker/messages.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/predict/predict_panel.h"

#include <QTabWidget>

#include <optional>

namespace widgets {
class PredictPanel;
}

namespace app {

class AlignTab;
class ModelList;
class Review;
class ReviewTab;
class Session;
class SpaceTab;

/// The tabs at the right, kept up to date with what lies under the playhead.
class SidePanels : public QTabWidget {
    Q_OBJECT
public:
    SidePanels(Session& session, Review& review, QWidget* parent = nullptr);

    void setSegment(std::optional<std::size_t> segment);
    AlignTab& align() { return *m_align; }
    ReviewTab& review() { return *m_review; }
    /// Hides labels and predictions while a pass is blind.
    void setHidesLabels(bool hides);
    void setHidesWords(bool hides); ///< the annotator is to hear or see, not to read
    void toggleModality(engine::Modality modality);
    /// `inspector`, `align`, `predict`, `review` or `space`. @return false for a tab that does not exist.
    bool showTab(const QString& name);
    /// The model's display that stands under the timeline's words; empty: none.
    void setUnderWords(const QString& output);
    bool isComplete() const; ///< everything in sight is drawn as it will stay

signals:
    void openModelWished();
    void underWordsWished(const QString& output);

private:
    void connectModels();
    void showDisplays(const engine::Prediction* prediction);
    void showDisplayWord();
    std::pair<std::size_t, std::size_t> segmentWords() const;
    void showSegment();
    void showWord();
    void showAnswer();
    void showModel();
    QString segmentTitle() const;
    QStringList labelNames() const; ///< of the labels in sight
    std::vector<double> segmentLabels() const; ///< NaN: nobody labelled this
    std::vector<widgets::InspectorPanel::Label> shownLabels(const std::vector<double>& values) const;
    QStringList segmentTexts() const; ///< its words; none where they must not be seen

    Session& m_session;
    widgets::InspectorPanel* m_inspector;
    AlignTab* m_align;
    widgets::PredictPanel* m_predict;
    ReviewTab* m_review;
    SpaceTab* m_space;
    ModelList* m_models;
    std::vector<widgets::PredictPanel::Output> m_outputs; ///< of the model
    bool m_hidesLabels = false;
    bool m_hidesWords = false;
    std::optional<std::size_t> m_segment;
    std::optional<std::size_t> m_word;
};

}
