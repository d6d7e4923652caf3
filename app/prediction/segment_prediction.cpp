#include "app/prediction/segment_prediction.h"

#include <utility>

namespace app {

bool SegmentPrediction::isIncomplete() const
{
    return isWanted(Question::Now) || isWanted(Question::AsRecorded) || isWanted(Question::AllOn);
}

void SegmentPrediction::wantComparisons(bool withRecorded, bool withAllOn)
{
    want(Question::AsRecorded, withRecorded);
    want(Question::AllOn, withAllOn);
}

void SegmentPrediction::invalidate(bool withRecorded, bool withAllOn)
{
    ++m_revision;
    want(Question::Now, true);
    want(Question::Detail, true);
    wantComparisons(withRecorded, withAllOn);
    m_refusal.clear();
    m_isRefusedByModel = false;
    if (!m_answer)
        return;
    m_answer->current = m_answer->isDetailCurrent = false;
    if (!withRecorded)
        m_answer->asRecorded.clear();
    if (!withAllOn)
        m_answer->allOn.clear();
}

void SegmentPrediction::invalidateDetail()
{
    want(Question::Detail, true);
    if (m_answer)
        m_answer->isDetailCurrent = false;
}

void SegmentPrediction::keepAllOn(std::vector<float> outputs)
{
    if (!m_answer)
        return;
    m_answer->allOn = std::move(outputs);
    want(Question::AllOn, false);
}

std::vector<float>& SegmentPrediction::comparison(Question question)
{
    return question == Question::AsRecorded ? m_answer->asRecorded : m_answer->allOn;
}

void SegmentPrediction::take(Question question, const engine::Prediction& prediction, double milliseconds,
                             quint64 revision, const engine::ExplanationWish& wish)
{
    const bool isCurrent = revision == m_revision;
    switch (question) {
    case Question::Now:
        if (m_refusal.isEmpty()) // else what was asked before the refusal comes too late
            takeNow(prediction, milliseconds, isCurrent);
        break;
    case Question::Detail:
        takeDetail(prediction, isCurrent, wish);
        break;
    case Question::AsRecorded:
    case Question::AllOn:
        want(question, isWanted(question) && !isCurrent);
        if (m_answer && !prediction.values.empty())
            comparison(question) = prediction.values;
        break;
    }
}

/// While a drag goes on, an answer that is already overtaken is shown, marked as such, rather than none.
void SegmentPrediction::takeNow(const engine::Prediction& prediction, double milliseconds, bool isCurrent)
{
    Answer answer{prediction, {}, {}, milliseconds};
    if (m_answer) {
        answer.asRecorded = std::move(m_answer->asRecorded);
        answer.allOn = std::move(m_answer->allOn);
        answer.detail = std::move(m_answer->detail);
        answer.isDetailCurrent = m_answer->isDetailCurrent;
    }
    want(Question::Now, isWanted(Question::Now) && !isCurrent);
    answer.current = !isWanted(Question::Now);
    m_answer = std::move(answer);
}

void SegmentPrediction::takeDetail(const engine::Prediction& prediction, bool isCurrent,
                                   const engine::ExplanationWish& wish)
{
    if (!isCurrent || !m_answer || !prediction.explanation || prediction.explanation->wish != wish)
        return;
    m_answer->detail = prediction.explanation;
    m_answer->isDetailCurrent = true;
    want(Question::Detail, false);
}

void SegmentPrediction::refuse(Question question, const QString& why)
{
    if (question == Question::Now) {
        refuseUnasked(why);
        m_isRefusedByModel = true;
        return;
    }
    want(question, false);
    if (m_answer && question != Question::Detail)
        comparison(question).clear();
}

void SegmentPrediction::refuseUnasked(const QString& why)
{
    m_wanted.reset();
    m_answer.reset();
    m_refusal = why;
}

}
