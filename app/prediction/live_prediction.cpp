#include "app/prediction/live_prediction.h"

#include "app/prediction/model_list.h"
#include "app/prediction/model_outputs.h"

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
    , m_variants(client)
    , m_input(document)
    , m_segments(document, m_input)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, &LivePrediction::askNext);
    connect(&document, &Document::videoChanged, this, &LivePrediction::reset);
    connect(&document, &Document::wordsChanged, this, &LivePrediction::wordsChanged);
    connect(&document, &Document::labelsChanged, this, &LivePrediction::labelsChanged);
    connect(&document, &Document::wordRulesChanged, this, &LivePrediction::invalidateAll);
    connect(&m_variants, &VariantQueue::asked, this, [this] {
        if (m_asked.empty())
            askNext();
    });
    connect(&m_variants, &VariantQueue::answered, this, &LivePrediction::askNext);
    connect(&client, &ModelsClient::answered, this, &LivePrediction::take);
    connect(&client, &ModelsClient::refused, this, &LivePrediction::refuse);
    connect(&client, &ModelsClient::modelChanged, this, [this] {
        m_input.setModel(*m_client.model());
        takeSegments();
        forgetAnswers();
    });
    connect(&client, &ModelsClient::stateChanged, this, [this](ModelsClient::State state) {
        if (state == ModelsClient::State::Lost || state == ModelsClient::State::Stopped)
            m_asked.clear(); // what was in flight went with the process and is asked again
        askNext();
    });
}

const LivePrediction::Answer* LivePrediction::answer(std::size_t segment) const
{
    return segment < m_states.size() ? m_states[segment].answer() : nullptr;
}

bool LivePrediction::isRefusedByModel(std::size_t segment) const
{
    return segment < m_states.size() && m_states[segment].isRefusedByModel();
}

QString LivePrediction::refusal(std::size_t segment) const
{
    return segment < m_states.size() ? m_states[segment].refusal() : QString();
}

double LivePrediction::scaleWidth(std::size_t output) const
{
    const std::vector<widgets::PredictPanel::Output> outputs
        = m_client.model() ? modelOutputs(*m_client.model()) : std::vector<widgets::PredictPanel::Output>();
    return output < outputs.size() ? outputs[output].high - outputs[output].low : 1.0;
}

bool LivePrediction::isComplete() const
{
    return std::ranges::none_of(m_states, &SegmentPrediction::isIncomplete);
}

void LivePrediction::setVideoEnd(double seconds)
{
    m_segments.setVideoEnd(seconds);
    takeSegments();
}

void LivePrediction::setPlayhead(double seconds)
{
    m_segments.setPlayhead(seconds);
    if (const auto piece = m_segments.pieceInSight())
        setFocus(piece);
}

void LivePrediction::reset()
{
    m_asked.clear();
    m_knownWords = m_document.hasVideo() ? m_document.words().intervals : std::vector<engine::Interval>();
    m_segments.take();
    m_focus = m_segments.pieceInSight();
    m_states.assign(segments().size(), {});
    for (std::size_t i = 0; i < m_states.size(); ++i)
        m_states[i].wantComparisons(wantsRecorded(i), wantsAllOn());
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
        SegmentPrediction& state = m_states[i];
        const Answer* const before = state.answer();
        std::vector<float> allOn; // known already
        if (before && wereAllOn && before->current)
            allOn = before->prediction.values;
        else if (before && !wereAllOn && !state.isWanted(Question::AllOn))
            allOn = before->allOn;
        invalidate(i);
        if (!allOn.empty() && isAnyOff())
            state.keepAllOn(std::move(allOn));
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
    for (SegmentPrediction& state : m_states)
        state.invalidateDetail();
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
    m_variants.forget();
    m_learnt = m_client.model() ? learntModalities(*m_client.model()) : kAllOn;
    if (!m_client.model() || m_wish.output >= m_client.model()->labels.size())
        m_wish.output = 0;
    for (SegmentPrediction& state : m_states)
        state.forget();
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
    m_states[segment].invalidate(wantsRecorded(segment), wantsAllOn());
    m_rest.start(kRest);
    emit answerChanged(segment);
}

bool LivePrediction::wantsRecorded(std::size_t segment) const
{
    return !m_isBare && m_segments.hasEditedWords(segment);
}

bool LivePrediction::wantsAllOn() const
{
    return !m_isBare && isAnyOff();
}

/// Only segments whose words moved lose their answers.
void LivePrediction::wordsChanged(const QString& video)
{
    if (!m_document.isInSight(video))
        return;
    const std::vector<engine::Interval>& words = m_document.words().intervals;
    if (words.size() != m_knownWords.size())
        return reset();
    for (std::size_t i = 0; i < segments().size(); ++i) {
        const auto before = m_segments.wordsOf(i, m_knownWords);
        const auto after = m_segments.wordsOf(i, words);
        if (before != after
            || !std::equal(words.begin() + static_cast<std::ptrdiff_t>(after.first),
                           words.begin() + static_cast<std::ptrdiff_t>(after.second),
                           m_knownWords.begin() + static_cast<std::ptrdiff_t>(before.first)))
            invalidate(i);
    }
    m_knownWords = words;
    askNext();
}

/// Values do not matter to the model, times do.
void LivePrediction::labelsChanged(const QString& video)
{
    if (m_document.isInSight(video))
        takeSegments();
}

/// Segments that are as they were keep their answers.
void LivePrediction::takeSegments()
{
    const std::vector<engine::Interval> before = segments();
    if (!m_segments.take())
        return;
    std::vector<SegmentPrediction> states(segments().size());
    for (std::size_t i = 0; i < states.size(); ++i) {
        const auto same = std::ranges::find(before, segments()[i]);
        if (same != before.end())
            states[i] = m_states[static_cast<std::size_t>(same - before.begin())];
    }
    m_asked.clear();
    m_focus = m_segments.pieceInSight();
    m_states = std::move(states);
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        if (!m_states[i].answer())
            m_states[i].wantComparisons(wantsRecorded(i), wantsAllOn());
    }
    emit segmentsChanged();
    askNext();
}

/// The segment in focus first, with its detail; then the others in order; what they are compared with after
/// that.
void LivePrediction::askNext()
{
    if (m_client.state() != ModelsClient::State::Ready || askInFocus() || !m_asked.empty())
        return;
    for (const Question question : {Question::Now, Question::AsRecorded, Question::AllOn}) {
        for (std::size_t i = 0; i < m_states.size(); ++i) {
            if (m_states[i].isWanted(question) && ask(i, question))
                return;
        }
    }
    m_variants.askNext();
}

/// @return whether something was asked
bool LivePrediction::askInFocus()
{
    if (!m_focus || *m_focus >= m_states.size())
        return false;
    const SegmentPrediction& state = m_states[*m_focus];
    if (state.isWanted(Question::Now))
        return ask(*m_focus, Question::Now);
    return m_asked.empty() && m_isDetailWanted && m_wish.method && state.answer()
        && state.answer()->prediction.explanation && state.isWanted(Question::Detail) && !m_rest.isActive()
        && ask(*m_focus, Question::Detail);
}

bool LivePrediction::ask(std::size_t segment, Question question)
{
    SegmentPrediction& state = m_states[segment];
    if (!m_asked.empty() && m_asked.back().segment == segment && m_asked.back().revision == state.revision()
        && m_asked.back().question == question)
        return true;
    InputMaker maker = m_input.maker();
    if (question == Question::AsRecorded)
        maker.alignment.words = m_document.recordedTimes();
    auto input = m_input.inputOf(segments()[segment], std::move(maker));
    if (!input && m_input.asksParts())
        input = [] { return engine::SegmentInput(); };
    const QString whyNot = m_input.whyNot();
    if (!input || isAllOff() || !whyNot.isEmpty()) {
        state.refuseUnasked(!whyNot.isEmpty() ? whyNot
                                : !input      ? m_input.whyNothing()
                                         : tr("No modality is on: the model hears, sees and reads nothing."));
        emit answerChanged(segment);
        return false;
    }
    const quint64 id
        = m_client.ask({std::move(input), question == Question::AllOn ? kAllOn : m_enabled,
                        question == Question::Now && !m_isBare, m_document.video().mediaPath.toStdString(),
                        segments()[segment], explanationFor(question), m_input.isUnaligned(),
                        m_document.wordsWithin(segments()[segment]).join(QLatin1Char(' ')).toStdString()});
    if (m_asked.size() > 1) // the client forgot the one that waited
        m_asked.pop_back();
    m_asked.push_back({segment, id, state.revision(), question});
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

void LivePrediction::take(const engine::Prediction& prediction, double milliseconds)
{
    if (const auto asked = answeredQuestion(prediction.id)) {
        m_states[asked->segment].take(asked->question, prediction, milliseconds, asked->revision, m_wish);
        emit answerChanged(asked->segment);
    }
    askNext();
}

/// A refusal counts for what was asked, not for a newer wish.
void LivePrediction::refuse(quint64 id, const QString& message)
{
    const auto asked = answeredQuestion(id);
    if (asked && asked->revision == m_states[asked->segment].revision()) {
        m_states[asked->segment].refuse(asked->question, message);
        emit answerChanged(asked->segment);
    }
    askNext();
}

}
