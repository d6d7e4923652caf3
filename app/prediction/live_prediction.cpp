#include "app/prediction/live_prediction.h"

#include "app/prediction/model_list.h"
#include "app/prediction/model_outputs.h"
#include "engine/alignment/chosen_columns.h"

#include <algorithm>

namespace app {

namespace {

constexpr engine::EnabledModalities kAllOn{true, true, true};
constexpr int kRest = 300; ///< ms without a change before the detail is asked for, which may take a second

}

LivePrediction::LivePrediction(const Document& document, ModelsClient& client, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_client(client)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, &LivePrediction::askNext);
    connect(&document, &Document::videoChanged, this, &LivePrediction::reset);
    connect(&document, &Document::wordsChanged, this, &LivePrediction::wordsChanged);
    connect(&document, &Document::labelsChanged, this, &LivePrediction::labelsChanged);
    connect(&document, &Document::wordRulesChanged, this, &LivePrediction::invalidateAll);
    connect(&m_rows, &RowHolder::arrived, this, &LivePrediction::askNext);
    connect(&client, &ModelsClient::answered, this, &LivePrediction::take);
    connect(&client, &ModelsClient::refused, this, &LivePrediction::refuse);
    connect(&client, &ModelsClient::modelChanged, this, [this] {
        m_acousticColumns = acousticColumns(m_client.model()->card.value("recipe", nlohmann::json::object()));
        forgetAnswers();
    });
    connect(&client, &ModelsClient::stateChanged, this, [this](ModelsClient::State state) {
        if (state == ModelsClient::State::Lost || state == ModelsClient::State::Stopped) {
            m_asked.clear(); // what was in flight went with the process and is asked again
            if (m_besideAsked)
                m_beside.push_front(std::exchange(m_besideAsked, std::nullopt)->second);
        }
        askNext();
    });
}

const LivePrediction::Answer* LivePrediction::answer(std::size_t segment) const
{
    return segment < m_states.size() && m_states[segment].answer ? &*m_states[segment].answer : nullptr;
}

bool LivePrediction::isRefusedByModel(std::size_t segment) const
{
    return segment < m_states.size() && m_states[segment].isRefusedByModel;
}

QString LivePrediction::refusal(std::size_t segment) const
{
    return segment < m_states.size() ? m_states[segment].refusal : QString();
}

double LivePrediction::scaleWidth(std::size_t output) const
{
    const std::vector<widgets::PredictPanel::Output> outputs
        = m_client.model() ? modelOutputs(*m_client.model()) : std::vector<widgets::PredictPanel::Output>();
    return output < outputs.size() ? outputs[output].high - outputs[output].low : 1.0;
}

bool LivePrediction::isComplete() const
{
    return std::none_of(m_states.begin(), m_states.end(),
                        [](const Segment& s) { return s.wanted || s.recordedWanted || s.allOnWanted; });
}

std::optional<std::size_t> LivePrediction::segmentAt(double seconds) const
{
    const auto segment = m_document.segmentAt(seconds);
    return segment && *segment < m_segments.size() ? segment : std::nullopt;
}

void LivePrediction::reset()
{
    m_asked.clear();
    m_segments.clear();
    m_knownWords.clear();
    m_focus.reset();
    if (m_document.hasVideo()) {
        m_knownWords = m_document.words().intervals;
        m_segments = m_document.labels().rows.intervals;
    }
    m_states.assign(m_segments.size(), {});
    for (std::size_t i = 0; i < m_segments.size(); ++i)
        wantComparisons(i);
    emit segmentsChanged();
    askNext();
}

void LivePrediction::setFocus(std::optional<std::size_t> segment)
{
    const bool isOther = std::exchange(m_focus, segment) != segment;
    if (isOther)
        m_rest.start();
    askNext();
    if (isOther)
        emit focusChanged();
}

void LivePrediction::setEnabled(const engine::EnabledModalities& enabled)
{
    if (m_enabled == enabled)
        return;
    const bool wereAllOn = !isAnyOff();
    m_enabled = enabled;
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        Segment& state = m_states[i];
        std::vector<float> allOn; // known already
        if (state.answer && wereAllOn && state.answer->current)
            allOn = state.answer->prediction.values;
        else if (state.answer && !wereAllOn && !state.allOnWanted)
            allOn = state.answer->allOn;
        invalidate(i);
        if (!allOn.empty() && isAnyOff()) {
            state.answer->allOn = allOn;
            state.allOnWanted = false;
        }
    }
    askNext();
    emit enabledChanged();
}

void LivePrediction::setExplanation(const engine::ExplanationWish& wish)
{
    if (m_wish == wish)
        return;
    const bool isOtherMap = m_wish.absent != wish.absent;
    m_wish = wish;
    if (isOtherMap)
        return invalidateAll();
    for (Segment& state : m_states) {
        state.detailWanted = true;
        if (state.answer)
            state.answer->isDetailCurrent = false;
    }
    if (m_focus && *m_focus < m_states.size())
        emit answerChanged(*m_focus);
    m_rest.start(0);
}

void LivePrediction::setDetailWanted(bool isWanted)
{
    if (!std::exchange(m_isDetailWanted, isWanted) && isWanted)
        m_rest.start(0);
}

bool LivePrediction::isAnyOff() const
{
    for (std::size_t i = 0; i < m_enabled.size(); ++i) {
        if (m_learnt[i] && !m_enabled[i])
            return true;
    }
    return false;
}

bool LivePrediction::isAllOff() const
{
    for (std::size_t i = 0; i < m_enabled.size(); ++i) {
        if (m_learnt[i] && m_enabled[i])
            return false;
    }
    return true;
}

/// Another model says other things; what the one before is still to say is not waited for.
void LivePrediction::forgetAnswers()
{
    m_asked.clear();
    forgetBeside();
    m_learnt = m_client.model() ? learntModalities(*m_client.model()) : kAllOn;
    if (!m_client.model() || m_wish.output >= m_client.model()->labels.size())
        m_wish.output = 0;
    for (Segment& state : m_states)
        state.answer.reset();
    invalidateAll();
}

void LivePrediction::invalidateAll()
{
    for (std::size_t i = 0; i < m_states.size(); ++i)
        invalidate(i);
    askNext();
}

void LivePrediction::invalidate(std::size_t segment)
{
    Segment& state = m_states[segment];
    ++state.revision;
    state.wanted = state.detailWanted = true;
    m_rest.start(kRest);
    state.refusal.clear();
    state.isRefusedByModel = false;
    wantComparisons(segment);
    if (state.answer) {
        state.answer->current = state.answer->isDetailCurrent = false;
        if (!state.recordedWanted)
            state.answer->asRecorded.clear();
        if (!state.allOnWanted)
            state.answer->allOn.clear();
    }
    emit answerChanged(segment);
}

/// The answers that the one of now is compared with.
void LivePrediction::wantComparisons(std::size_t segment)
{
    m_states[segment].recordedWanted = !m_isBare && hasEditedWords(segment);
    m_states[segment].allOnWanted = !m_isBare && isAnyOff();
}

/// Only segments whose words moved lose their answers.
void LivePrediction::wordsChanged(const QString& video)
{
    if (!m_document.isInSight(video))
        return;
    const std::vector<engine::Interval>& words = m_document.words().intervals;
    if (words.size() != m_knownWords.size())
        return reset();
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        const auto before = wordsOf(i, m_knownWords);
        const auto after = wordsOf(i, words);
        if (before != after
            || !std::equal(words.begin() + static_cast<std::ptrdiff_t>(after.first),
                           words.begin() + static_cast<std::ptrdiff_t>(after.second),
                           m_knownWords.begin() + static_cast<std::ptrdiff_t>(before.first)))
            invalidate(i);
    }
    m_knownWords = words;
    askNext();
}

/// Values do not matter to the model, times do. Segments that are as they were keep their answers.
void LivePrediction::labelsChanged(const QString& video)
{
    if (!m_document.isInSight(video))
        return;
    const std::vector<engine::Interval>& segments = m_document.labels().rows.intervals;
    if (m_segments == segments)
        return;
    std::vector<Segment> states(segments.size());
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto before = std::find(m_segments.begin(), m_segments.end(), segments[i]);
        if (before != m_segments.end())
            states[i] = m_states[static_cast<std::size_t>(before - m_segments.begin())];
    }
    m_asked.clear();
    m_focus.reset();
    m_segments = segments;
    m_states = std::move(states);
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        if (!m_states[i].answer)
            wantComparisons(i);
    }
    emit segmentsChanged();
    askNext();
}

std::pair<std::size_t, std::size_t> LivePrediction::wordsOf(std::size_t segment,
                                                            const std::vector<engine::Interval>& words) const
{
    return engine::wordsOf(m_segments[segment], words);
}

bool LivePrediction::hasEditedWords(std::size_t segment) const
{
    const auto [first, last] = wordsOf(segment, m_document.words().intervals);
    for (std::size_t word = first; word < last; ++word) {
        if (m_document.isEdited(word))
            return true;
    }
    return false;
}

bool LivePrediction::isWanted(const Segment& state, Question question)
{
    return question == Question::Now       ? state.wanted
        : question == Question::AsRecorded ? state.recordedWanted
        : question == Question::AllOn      ? state.allOnWanted
                                           : state.detailWanted;
}

/// The segment in focus first, with its detail; then the others in order; what they are compared with after
/// that.
void LivePrediction::askNext()
{
    if (m_client.state() != ModelsClient::State::Ready || askInFocus() || !m_asked.empty())
        return;
    for (const Question question : {Question::Now, Question::AsRecorded, Question::AllOn}) {
        for (std::size_t i = 0; i < m_states.size(); ++i) {
            if (isWanted(m_states[i], question) && ask(i, question))
                return;
        }
    }
    askNextBeside();
}

void LivePrediction::askNextBeside()
{
    if (m_beside.empty() || m_besideAsked || m_client.state() != ModelsClient::State::Ready)
        return;
    Beside next = std::move(m_beside.front());
    m_beside.pop_front();
    const quint64 id = m_client.ask({next.input, next.enabled});
    m_besideAsked.emplace(id, std::move(next));
}

void LivePrediction::askBeside(quint64 key, engine::SegmentInput input,
                               const engine::EnabledModalities& enabled)
{
    m_beside.push_back({key, std::move(input), enabled});
    if (m_asked.empty())
        askNext();
}

void LivePrediction::forgetBeside()
{
    m_beside.clear();
    m_besideAsked.reset();
}

bool LivePrediction::takeBeside(quint64 id, const std::optional<engine::Prediction>& answer)
{
    if (!m_besideAsked || m_besideAsked->first != id)
        return false;
    const quint64 key = std::exchange(m_besideAsked, std::nullopt)->second.key;
    emit besideAnswered(key, answer);
    askNext();
    return true;
}

/// @return whether something was asked
bool LivePrediction::askInFocus()
{
    if (!m_focus || *m_focus >= m_states.size())
        return false;
    const Segment& state = m_states[*m_focus];
    if (state.wanted)
        return ask(*m_focus, Question::Now);
    return m_asked.empty() && m_isDetailWanted && m_wish.method && state.answer
        && state.answer->prediction.explanation && state.detailWanted && !m_rest.isActive()
        && ask(*m_focus, Question::Detail);
}

/// With those columns of sound that the model reads.
engine::SegmentInput LivePrediction::inputOf(std::size_t first, std::size_t last, const WordTimes& words,
                                             const std::array<engine::WordRule, 3>& rules) const
{
    engine::SegmentInput input = m_document.modelInput(first, last, words, rules);
    if (m_acousticColumns.empty() || input.acoustic.columns == 0)
        return input;
    const auto columns = engine::columnsCalled(m_document.video().acousticNames, m_acousticColumns);
    if (columns && !columns->empty() && columns->back() < input.acoustic.columns)
        input.acoustic = engine::withColumns(input.acoustic, *columns);
    return input; // else the model refuses it
}

bool LivePrediction::ask(std::size_t segment, Question question)
{
    Segment& state = m_states[segment];
    if (!m_asked.empty() && m_asked.back().segment == segment && m_asked.back().revision == state.revision
        && m_asked.back().question == question)
        return true;
    const WordTimes words
        = question == Question::AsRecorded ? m_document.recordedTimes() : m_document.wordTimes();
    const auto [first, last] = wordsOf(segment, words.intervals);
    if (first >= last || isAllOff()) {
        state.wanted = state.recordedWanted = state.allOnWanted = state.detailWanted = false;
        state.answer.reset();
        state.refusal = first >= last ? tr("No words in this segment.")
                                      : tr("No modality is on: the model hears, sees and reads nothing.");
        emit answerChanged(segment);
        return false;
    }
    if (!m_rows.isReady(m_document.rowsInFiles(first, last, words)))
        return true; // it is asked when they are there
    const quint64 id = m_client.ask(
        {inputOf(first, last, words, m_document.wordRules()),
         question == Question::AllOn ? kAllOn : m_enabled, question == Question::Now && !m_isBare,
         m_document.video().mediaPath.toStdString(), m_segments[segment], explanationFor(question)});
    if (m_asked.size() > 1) // the client forgot the one that waited
        m_asked.pop_back();
    m_asked.push_back({segment, id, state.revision, question});
    return true;
}

std::optional<LivePrediction::Asked> LivePrediction::answeredQuestion(quint64 id)
{
    const auto found
        = std::find_if(m_asked.begin(), m_asked.end(), [&](const Asked& asked) { return asked.id == id; });
    if (found == m_asked.end())
        return std::nullopt;
    const Asked asked = *found;
    m_asked.erase(m_asked.begin(), found + 1);
    return asked;
}

std::optional<engine::ExplanationWish> LivePrediction::explanationFor(Question question) const
{
    if (question == Question::Detail)
        return m_wish;
    if (question == Question::Now && !m_isBare)
        return engine::ExplanationWish{m_wish.absent, {}, m_wish.output};
    return std::nullopt;
}

/// While a drag goes on, an answer that is already overtaken is shown, marked as such, rather than none.
void LivePrediction::takeNow(Segment& state, const engine::Prediction& prediction, double milliseconds,
                             bool current)
{
    Answer answer{prediction, {}, {}, milliseconds};
    if (state.answer) {
        answer.asRecorded = state.answer->asRecorded;
        answer.allOn = state.answer->allOn;
        answer.detail = std::move(state.answer->detail);
        answer.isDetailCurrent = state.answer->isDetailCurrent;
    }
    state.wanted = state.wanted && !current;
    answer.current = !state.wanted;
    state.answer = std::move(answer);
}

void LivePrediction::takeComparison(Segment& state, Question question, const engine::Prediction& prediction,
                                    bool current)
{
    const bool isRecorded = question == Question::AsRecorded;
    bool& wanted = isRecorded ? state.recordedWanted : state.allOnWanted;
    wanted = wanted && !current;
    if (state.answer && !prediction.values.empty())
        (isRecorded ? state.answer->asRecorded : state.answer->allOn) = prediction.values;
}

void LivePrediction::take(const engine::Prediction& prediction, double milliseconds)
{
    if (takeBeside(prediction.id, prediction))
        return;
    if (const auto asked = answeredQuestion(prediction.id)) {
        Segment& state = m_states[asked->segment];
        const bool current = asked->revision == state.revision;
        switch (asked->question) {
        case Question::Now:
            if (state.refusal.isEmpty()) // else what was asked before it comes too late
                takeNow(state, prediction, milliseconds, current);
            break;
        case Question::Detail:
            if (!current || !state.answer || !prediction.explanation
                || prediction.explanation->wish != m_wish)
                break;
            state.answer->detail = prediction.explanation;
            state.answer->isDetailCurrent = true;
            state.detailWanted = false;
            break;
        case Question::AsRecorded:
        case Question::AllOn:
            takeComparison(state, asked->question, prediction, current);
            break;
        }
        emit answerChanged(asked->segment);
    }
    askNext();
}

/// A refusal counts for what was asked: not for a newer wish, and that of the unedited times takes no answer
/// away.
void LivePrediction::refuse(quint64 id, const QString& message)
{
    if (takeBeside(id, std::nullopt))
        return;
    const auto asked = answeredQuestion(id);
    if (asked && asked->revision == m_states[asked->segment].revision) {
        Segment& state = m_states[asked->segment];
        if (asked->question == Question::AsRecorded) {
            state.recordedWanted = false;
            if (state.answer)
                state.answer->asRecorded.clear();
        } else if (asked->question == Question::AllOn) {
            state.allOnWanted = false;
            if (state.answer)
                state.answer->allOn.clear();
        } else if (asked->question == Question::Detail) {
            state.detailWanted = false;
        } else {
            state.wanted = state.recordedWanted = state.allOnWanted = state.detailWanted = false;
            state.answer.reset();
            state.refusal = message;
            state.isRefusedByModel = true;
        }
        emit answerChanged(asked->segment);
    }
    askNext();
}

}
