#pragma once

#include "engine/worker/messages.h"

#include <QString>

#include <bitset>
#include <optional>
#include <vector>

namespace app {

/// What a model said of one segment, and what it is still to be asked about the segment.
///
/// Every change to the model's input makes the answer stale. A stale answer is kept, marked as such, until a
/// newer one comes.
class SegmentPrediction {
public:
    enum class Question {
        Now, ///< the prediction
        AsRecorded, ///< the prediction with the word times of the file, where words of the segment are edited
        AllOn, ///< the prediction with all modalities, where some of them are off
        Detail, ///< an explanation in detail
    };

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
    const Answer* answer() const { return m_answer ? &*m_answer : nullptr; }
    const QString& refusal() const { return m_refusal; } ///< why there is no answer; empty: none is due
    bool isRefusedByModel() const { return m_isRefusedByModel; }
    bool isWanted(Question question) const { return m_wanted[static_cast<std::size_t>(question)]; }
    /// Whether an answer is still to come, the detail aside.
    bool isIncomplete() const;
    /// Grows with every change of the input: an answer to an earlier revision is stale.
    quint64 revision() const { return m_revision; }

    /// Which answers the prediction is compared with.
    void wantComparisons(bool withRecorded, bool withAllOn);
    void invalidate(bool withRecorded, bool withAllOn);
    void invalidateDetail(); ///< another one is wished for
    void forget() { m_answer.reset(); }
    /// The outputs with all modalities are known already.
    void keepAllOn(std::vector<float> outputs);

    /// @param revision  of the input that was asked about
    /// @param wish      what is to be explained now
    void take(Question question, const engine::Prediction& prediction, double milliseconds, quint64 revision,
              const engine::ExplanationWish& wish);
    /// The model refused the input of the present revision. What refuses a comparison or the detail takes no
    /// answer away.
    void refuse(Question question, const QString& why);
    /// There is nothing to ask about.
    void refuseUnasked(const QString& why);

private:
    void want(Question question, bool isWanted) { m_wanted[static_cast<std::size_t>(question)] = isWanted; }
    void takeNow(const engine::Prediction& prediction, double milliseconds, bool isCurrent);
    void takeDetail(const engine::Prediction& prediction, bool isCurrent,
                    const engine::ExplanationWish& wish);
    std::vector<float>& comparison(Question question);

    std::optional<Answer> m_answer;
    QString m_refusal;
    bool m_isRefusedByModel = false;
    std::bitset<4> m_wanted{0b1001}; ///< by question
    quint64 m_revision = 0;
};

}
