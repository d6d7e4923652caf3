#pragma once

#include "app/document/document.h"
#include "app/models_client/models_client.h"
#include "app/prediction/model_input.h"
#include "app/prediction/predicted_segments.h"
#include "app/prediction/segment_prediction.h"
#include "app/prediction/variant_queue.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace app {

/// Keeps a prediction for every segment of the video. The segment under the playhead is requested at once,
/// the others while no other request waits.
///
/// With all modalities off nothing is asked: a model says something of silence, too, but it is no answer.
///
/// Every change to the model's input (a word's edge, a modality switched off) makes the answer stale. A stale
/// answer is never shown as current, and is requested again.
class LivePrediction : public QObject {
    Q_OBJECT
public:
    LivePrediction(const Document& document, ModelsClient& client, QObject* parent = nullptr);

    using Answer = SegmentPrediction::Answer;
    const Answer* answer(std::size_t segment) const;
    /// Why this segment has no answer; empty when one is coming.
    QString refusal(std::size_t segment) const;
    /// Whether it is the model that cannot take the features of this segment.
    bool isRefusedByModel(std::size_t segment) const;
    /// True when every segment has a current answer, or never will.
    bool isComplete() const;

    /// Where the recording ends, in seconds; 0: not known yet.
    void setVideoEnd(double seconds);
    void setPlayhead(double seconds); ///< a piece in sight is requested first
    void setFocus(std::optional<std::size_t> segment); ///< the segment that is requested first
    std::optional<std::size_t> focus() const { return m_focus; }
    void setEnabled(const engine::EnabledModalities& enabled);
    const engine::EnabledModalities& enabled() const { return m_enabled; }
    /// From now on predictions alone are asked for: nothing that explains them, nothing to compare them with.
    void setBare() { m_isBare = true; }
    /// Begins with the video that is in sight already.
    void readDocument() { reset(); }
    /// What is asked besides predictions: the interaction map with each of them, and with `wish.method` the
    /// detail of the segment in focus, once nothing has changed for a while.
    void setExplanation(const engine::ExplanationWish& wish);
    /// Whether anybody sees the detail; it is not asked for otherwise, since it may take a second.
    void setDetailWanted(bool isWanted);

    /// How segments become what the model gets.
    const ModelInput& input() const { return m_input; }
    /// Other inputs, which are asked about while no segment waits.
    VariantQueue& variants() { return m_variants; }

    /// The segments that are predicted.
    const std::vector<engine::Interval>& segments() const { return m_segments.all(); }
    bool arePieces() const { return m_segments.arePieces(); } ///< PredictedSegments
    std::optional<std::size_t> segmentAt(double seconds) const { return m_segments.at(seconds); }

    /// How wide the scale of an output of the model is, from its least to its greatest; 1 where that is not
    /// known.
    double scaleWidth(std::size_t output) const;

signals:
    void segmentsChanged();
    void answerChanged(std::size_t segment);
    void focusChanged();
    void enabledChanged();

private:
    using Question = SegmentPrediction::Question;
    struct Asked {
        std::size_t segment;
        quint64 id;
        quint64 revision;
        Question question;
    };

    void reset();
    void takeSegments();
    void forgetAnswers();
    void invalidate(std::size_t segment);
    void invalidateAll();
    void wordsChanged(const QString& video);
    void labelsChanged(const QString& video);
    void askNext();
    bool askInFocus();
    bool ask(std::size_t segment, Question question);
    bool wantsRecorded(std::size_t segment) const;
    bool wantsAllOn() const;
    bool isAnyOff() const;
    bool isAllOff() const;
    std::optional<Asked> answeredQuestion(quint64 id);
    std::optional<engine::ExplanationWish> explanationFor(Question question) const;
    void take(const engine::Prediction& prediction, double milliseconds);
    void refuse(quint64 id, const QString& message);
    const Document& m_document;
    ModelsClient& m_client;
    std::vector<SegmentPrediction> m_states; ///< by segment
    std::vector<engine::Interval> m_knownWords; ///< at the last comparison
    std::optional<std::size_t> m_focus;
    engine::EnabledModalities m_enabled{true, true, true};
    engine::EnabledModalities m_learnt{true, true, true}; ///< by the model that answers
    std::vector<Asked> m_asked; ///< the request that is being answered, and the newest that waits
    VariantQueue m_variants;
    engine::ExplanationWish m_wish;
    bool m_isDetailWanted = true;
    bool m_isBare = false;
    QTimer m_rest; ///< until the detail is asked for
    ModelInput m_input;
    PredictedSegments m_segments;
};

}
