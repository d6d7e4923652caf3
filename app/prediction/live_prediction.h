#pragma once

#include "app/document/document.h"
#include "app/document/row_holder.h"
#include "app/models_client/models_client.h"

#include <QObject>
#include <QTimer>

#include <deque>
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

    struct Answer {
        engine::Prediction prediction;
        /// The outputs with the file's word times, where words of the segment are edited; none: not known.
        std::vector<float> asRecorded;
        /// The outputs with all modalities, where some of them are off; none: not known.
        std::vector<float> allOn;
        double milliseconds = 0.0;
        bool current = true;
        /// In detail, by the method that was asked for; of the segment in focus only.
        std::optional<engine::Explanation> detail = {};
        bool isDetailCurrent = false;
    };
    const Answer* answer(std::size_t segment) const;
    /// Why this segment has no answer; empty when one is coming.
    QString refusal(std::size_t segment) const;
    /// Whether it is the model that cannot take the features of this segment.
    bool isRefusedByModel(std::size_t segment) const;
    /// True when every segment has a current answer, or never will.
    bool isComplete() const;

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

    /// The words [first, last) with those columns of sound that the model reads.
    /// @param rules  how words receive rows: Document::wordRules(), or others
    engine::SegmentInput inputOf(std::size_t first, std::size_t last, const WordTimes& words,
                                 const std::array<engine::WordRule, 3>& rules) const;
    /// Asks about another input with these modalities, once nothing else is to be asked. besideAnswered()
    /// tells the answer under this key.
    void askBeside(quint64 key, engine::SegmentInput input, const engine::EnabledModalities& enabled);
    void forgetBeside(); ///< nobody waits for what was asked so any more

    /// The segments that are predicted: the labelled ones, or one per utterance where nothing is labelled.
    const std::vector<engine::Interval>& segments() const { return m_segments; }
    std::optional<std::size_t> segmentAt(double seconds) const;

    /// How wide the scale of an output of the model is, from its least to its greatest; 1 where that is not
    /// known.
    double scaleWidth(std::size_t output) const;

signals:
    void segmentsChanged();
    void answerChanged(std::size_t segment);
    void focusChanged();
    void enabledChanged();
    /// @param answer  none: the model refused it
    void besideAnswered(quint64 key, const std::optional<engine::Prediction>& answer);

private:
    struct Segment {
        std::optional<Answer> answer;
        QString refusal;
        bool isRefusedByModel = false;
        bool wanted = true; ///< no answer yet, or a stale one
        bool recordedWanted = false; ///< the answer for the unedited times is needed as well
        bool allOnWanted = false; ///< so is that with all modalities
        bool detailWanted = true; ///< none yet, or one of another wish
        quint64 revision = 0; ///< grows with every change, so that late answers are recognised as stale
    };
    enum class Question { Now, AsRecorded, AllOn, Detail };
    struct Asked {
        std::size_t segment;
        quint64 id;
        quint64 revision;
        Question question;
    };

    void reset();
    void forgetAnswers();
    void invalidate(std::size_t segment);
    void invalidateAll();
    void wordsChanged(const QString& video);
    void labelsChanged(const QString& video);
    void askNext();
    bool askInFocus();
    void askNextBeside();
    bool takeBeside(quint64 id, const std::optional<engine::Prediction>& answer);
    bool ask(std::size_t segment, Question question);
    static bool isWanted(const Segment& state, Question question);
    void wantComparisons(std::size_t segment);
    bool isAnyOff() const;
    bool isAllOff() const;
    std::optional<Asked> answeredQuestion(quint64 id);
    std::optional<engine::ExplanationWish> explanationFor(Question question) const;
    void take(const engine::Prediction& prediction, double milliseconds);
    static void takeComparison(Segment& state, Question question, const engine::Prediction& prediction,
                               bool current);
    static void takeNow(Segment& state, const engine::Prediction& prediction, double milliseconds,
                        bool current);
    void refuse(quint64 id, const QString& message);
    bool hasEditedWords(std::size_t segment) const;
    std::pair<std::size_t, std::size_t> wordsOf(std::size_t segment,
                                                const std::vector<engine::Interval>& words) const;

    const Document& m_document;
    ModelsClient& m_client;
    std::vector<engine::Interval> m_segments;
    std::vector<Segment> m_states;
    std::vector<engine::Interval> m_knownWords; ///< at the last comparison
    std::optional<std::size_t> m_focus;
    engine::EnabledModalities m_enabled{true, true, true};
    engine::EnabledModalities m_learnt{true, true, true}; ///< by the model that answers
    std::vector<Asked> m_asked; ///< the request that is being answered, and the newest that waits
    struct Beside {
        quint64 key;
        engine::SegmentInput input;
        engine::EnabledModalities enabled;
    };
    std::deque<Beside> m_beside; ///< what waits
    std::optional<std::pair<quint64, Beside>> m_besideAsked; ///< with the id of its request
    engine::ExplanationWish m_wish;
    bool m_isDetailWanted = true;
    bool m_isBare = false;
    RowHolder m_rows; ///< of features that stay in their files
    QTimer m_rest; ///< until the detail is asked for
    std::vector<std::string> m_acousticColumns; ///< patterns of those that the model reads; none: all
};

}
