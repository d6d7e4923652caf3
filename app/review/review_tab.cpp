#include "app/review/review_tab.h"

#include "app/agreement/agreement_text.h"
#include "app/agreement/first_passes.h"
#include "app/document/document.h"
#include "app/document/tier_content.h"
#include "app/editing/editor.h"
#include "app/prediction/live_prediction.h"
#include "app/review/gold_feedback.h"
#include "app/review/measured_pass.h"
#include "app/review/review_texts.h"
#include "app/review/review_units.h"
#include "app/tasks/tasks.h"
#include "engine/annotation/layer_names.h"
#include "engine/conversations/conversation_list.h"
#include "engine/project_items/compared_texts.h"
#include "engine/project_items/comparison_pass.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/scale_number.h"
#include "widgets/review/agreement_list.h"
#include "widgets/review/answer_panel.h"
#include "widgets/review/queue_panel.h"

#include <QScrollArea>

#include <algorithm>
#include <iterator>

namespace app {

namespace {

constexpr int kAgreementDelay = 400; // ms
constexpr std::size_t kMostWhileRating = 20000; // segments of the project

}

ReviewTab::ReviewTab(Document& document, Editor& editor, LivePrediction& prediction, Tasks& tasks,
                     Review& review, QWidget* parent)
    : QStackedWidget(parent)
    , m_document(document)
    , m_editor(editor)
    , m_agreeing(tasks)
    , m_review(review)
    , m_queue(new widgets::QueuePanel)
{
    widgets::setGuidePage(*this, "reviewing");
    connect(m_queue, &widgets::QueuePanel::placeChosen, &review, &Review::goTo);
    connect(&document.attention(), &Attention::wordChanged, this, &ReviewTab::showSpoken);
    m_agreementTimer.setSingleShot(true);
    m_agreementTimer.setInterval(kAgreementDelay);
    connect(&m_agreementTimer, &QTimer::timeout, this, &ReviewTab::askForAgreement);
    connect(&review, &Review::progressChanged, &m_agreementTimer, qOverload<>(&QTimer::start));
    connect(&document, &Document::projectChanged, &m_agreementTimer, qOverload<>(&QTimer::start));
    connect(&review, &Review::passChanged, &m_agreementTimer, qOverload<>(&QTimer::start));
    connect(&document, &Document::tierChanged, this, [this](const QString&, const QString& tier) {
        const TierName changed = tier.toStdString();
        if (tier.contains(QLatin1Char('/'))) {
            m_agreementTimer.start(); // also answers that were merged or imported
            showForm();
        } else if (changed != kLabelsTier && changed != kWordsTier) {
            showTiers(); // it may have come or gone
        }
    });
    connect(&review, &Review::passChanged, this, [this] {
        makePanels();
        setCurrentIndex(m_review.isActive() ? 1 : 0);
        showForm();
        showQueue();
        showAnswer();
    });
    connect(&review, &Review::orderChanged, this, &ReviewTab::showQueue);
    connect(&review, &Review::leavingPlace, this, [this] {
        if (m_answers)
            m_answers->finishEditing();
    });
    connect(&review, &Review::placeChanged, this, [this] {
        m_mode.reset();
        showProgress();
        showAnswer();
    });
    connect(&review, &Review::progressChanged, this, &ReviewTab::showProgress);
    connect(&review, &Review::answerChanged, this, &ReviewTab::showAnswer);
    connect(&document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (kind == QLatin1String(engine::kPassItems) || kind == QLatin1String(engine::kLogItems)
            || kind == QLatin1String(engine::kComparisonItems))
            showForm();
    });
    connect(&document, &Document::projectChanged, this, &ReviewTab::showForm);
    connect(&editor, &Editor::annotatorChanged, this, &ReviewTab::showForm);
    connect(&prediction, &LivePrediction::answerChanged, this, [this] {
        if (m_review.isActive() && (!m_review.isHiding() || m_review.arm() == engine::SightArm::Shown))
            showAnswer();
    });
}

/// Only when they are first looked at, or a pass begins: they are no part of a quick start.
void ReviewTab::makePanels()
{
    if (m_form)
        return;
    m_form = new widgets::PassForm;
    m_answers = new widgets::AnswerPanel;
    m_answers->setKeys(m_keys);
    m_answers->setWordLooks(m_looks);
    makeScrolling(m_form);
    addWidget(m_answers);
    connect(m_form, &widgets::PassForm::beginRequested, this, &ReviewTab::begin);
    connect(m_form, &widgets::PassForm::resumeRequested, this, [this](const QString& name) {
        if (engine::comparisonPass(m_document.annotation(), name.toStdString()))
            emit comparisonResumed(name);
        else
            m_review.resume(name.toStdString());
    });
    connectAnswers();
    showForm();
    m_agreementTimer.start();
}

void ReviewTab::showEvent(QShowEvent* event)
{
    makePanels();
    QStackedWidget::showEvent(event);
}

void ReviewTab::makeScrolling(QWidget* content)
{
    addWidget(widgets::scrollable(content));
}

void ReviewTab::connectAnswers()
{
    connect(
        m_answers, &widgets::AnswerPanel::valueChosen, this,
        [this](const QString& label, const std::optional<widgets::ValueEditor::Value>& value) {
            m_review.setValue(label, value ? std::optional(engine::LabelValue{*value, {}}) : std::nullopt);
        });
    connect(m_answers, &widgets::AnswerPanel::confidenceChosen, &m_review, &Review::setConfidence);
    connect(m_answers, &widgets::AnswerPanel::commentEdited, this, [this](const QString& comment) {
        const engine::Segment* answer = m_review.answer();
        if (comment.toStdString() != (answer ? answer->comment : std::string()))
            m_review.setComment(comment);
    });
    connect(m_answers, &widgets::AnswerPanel::flagRequested, &m_review, &Review::toggleFlag);
    connect(m_answers, &widgets::AnswerPanel::commitRequested, this, &ReviewTab::commitWished);
    connect(m_answers, &widgets::AnswerPanel::skipRequested, &m_review, &Review::goToNext);
    connect(m_answers, &widgets::AnswerPanel::againRequested, &m_review, &Review::play);
    connect(m_answers, &widgets::AnswerPanel::writingEnded, this, &ReviewTab::writingEnded);
    connect(m_answers, &widgets::AnswerPanel::peekRequested, &m_review, &Review::setPeeking);
    connect(m_answers, &widgets::AnswerPanel::leaveRequested, &m_review, &Review::leave);
}

/// Drawing units anew takes a while: in the background.
void ReviewTab::askForAgreement()
{
    const engine::Annotation& annotation = m_document.annotation();
    if (m_review.isActive() && annotation.segments().size() > kMostWhileRating)
        return; // gathering what was said would be felt between two keys; it follows when the pass is left
    FirstPasses passes = firstPasses(annotation);
    if (passes.empty()) {
        showAgreement({});
        return;
    }
    m_agreeing.start(
        tr("Agreement"),
        [passes = std::move(passes)](const engine::RunContext& run) { return agreementOf(passes, run); },
        [this](const std::vector<engine::AgreementReport>& reports) { showAgreement(reports); });
}

void ReviewTab::showAgreement(const std::vector<engine::AgreementReport>& reports)
{
    m_agreement.clear();
    for (const engine::AgreementReport& report : reports) {
        const auto alpha = std::ranges::find(report.statistics, "alpha", &engine::Statistic::key);
        if (m_agreement.isEmpty() && alpha != report.statistics.end() && alpha->value)
            m_agreement = tr("α %1").arg(widgets::shownNumber(*alpha->value, 2, 'f'));
    }
    if (m_form)
        m_form->agreement().setFigures(shownAgreement(reports));
    showProgress();
}

void ReviewTab::begin()
{
    const widgets::PassForm::Choice choice = m_form->choice();
    if (choice.annotator.isEmpty()) {
        m_document.notices().say(tr("Who labels? Write a name into “Annotator”."));
        return;
    }
    m_editor.setAnnotator(choice.annotator); // who is not asked again
    if (choice.comparison != widgets::PassForm::Comparison::None) {
        emit comparisonWished(choice);
        return;
    }
    engine::ReviewPass pass;
    const std::string annotator = choice.annotator.toStdString();
    const TierName judged = choice.tier.toStdString();
    pass.layer = choice.isSettling
        ? engine::settledLayer(judged, annotator)
        : engine::annotatorLayer(judged, annotator, choice.pass, choice.presentation);
    m_proposed.clear();
    if (choice.isTraining)
        pass.layer = engine::layerFor(pass.layer, engine::LayerPurpose::Training);
    pass.settings = choice.settings;
    pass.mix = choice.mix;
    pass.isBlind = choice.isBlind;
    pass.leadIn = choice.leadIn;
    pass.turnsBefore = choice.turnsBefore;
    m_review.start(std::move(pass));
}

void ReviewTab::setLabelMode(std::optional<std::size_t> label)
{
    if (std::exchange(m_mode, label) != label)
        showAnswer();
}

void ReviewTab::setKeys(const widgets::AnswerPanel::Keys& keys)
{
    m_keys = keys;
    if (m_answers)
        m_answers->setKeys(keys);
}

void ReviewTab::setWordLooks(const widgets::WordLooks& looks)
{
    m_looks = looks;
    if (m_answers)
        m_answers->setWordLooks(looks);
}

QWidget* ReviewTab::othersView() const
{
    return m_answers ? &m_answers->othersView() : nullptr;
}

void ReviewTab::editComment()
{
    if (m_answers)
        m_answers->editComment();
}

void ReviewTab::proposeTier(const TierName& tier)
{
    m_proposed = tier == kWordsTier ? kLabelsTier : tier;
    if (m_form)
        m_form->chooseTier(QString::fromStdString(m_proposed));
}

void ReviewTab::editForm()
{
    makePanels();
    if (!m_review.isActive())
        m_form->setFocus();
}

void ReviewTab::showForm()
{
    if (!m_form || m_review.isActive())
        return;
    m_form->setAnnotator(m_editor.annotator());
    showTiers();
    m_form->setPasses(listedPasses(m_document.annotation()));
}

void ReviewTab::showTiers()
{
    if (!m_form || m_review.isActive())
        return;
    m_form->setTiers(shownNames(engine::judgeableTiers(m_document.annotation())));
    m_form->setTexts(shownNames(engine::comparableTexts(m_document.annotation())));
    m_form->setOffersTurns(hasConversations(m_document.dataset(), m_document.annotation()));
    if (!m_proposed.empty())
        m_form->chooseTier(QString::fromStdString(m_proposed));
}

void ReviewTab::showQueue()
{
    std::vector<widgets::WorkRow> rows;
    if (m_review.isActive()) {
        const std::vector<engine::ReviewPass::Place>& places = m_review.pass()->places;
        for (std::size_t i = 0; i < places.size(); ++i) {
            widgets::WorkRow row;
            row.video = QString::fromStdString(places[i].video);
            row.title = tr("%1 · %2").arg(row.video).arg(places[i].number);
            row.reason = reasonText(*m_review.pass(), places[i]);
            row.tone = m_review.pass()->isBlind    ? widgets::WorkRow::Tone::Plain
                : needsAttention(places[i].reason) ? widgets::WorkRow::Tone::Attention
                : places[i].reason == engine::ReviewReason::NotLabelled
                    || places[i].reason == engine::ReviewReason::Control
                ? widgets::WorkRow::Tone::Plain
                : widgets::WorkRow::Tone::Caution;
            row.marks = {m_review.isDone(i), m_review.isFlagged(i)};
            rows.push_back(std::move(row));
        }
    }
    m_queue->setQueue(std::move(rows));
    showProgress();
}

void ReviewTab::showProgress()
{
    std::vector<widgets::WorkMarks> marks;
    for (std::size_t place = 0; m_review.isActive() && place < m_review.pass()->places.size(); ++place)
        marks.push_back({m_review.isDone(place), m_review.isFlagged(place)});
    const bool isBlind
        = m_review.isActive() && m_review.pass()->isBlind; // then α tells about the others, too
    m_queue->setProgress(marks, m_review.current(), isBlind ? QString() : m_agreement);
}

void ReviewTab::showGuest(QWidget* page)
{
    if (!page && !m_form)
        return;
    makePanels();
    if (page && indexOf(page) < 0)
        addWidget(page);
    if (page)
        setCurrentWidget(page);
    else
        setCurrentIndex(m_review.isActive() ? 1 : 0);
}

void ReviewTab::showSpoken()
{
    if (!m_answers)
        return;
    const auto span = m_review.span();
    const auto word = m_document.attention().word();
    if (!word || !span || m_review.segment() == 0) {
        m_answers->setSpoken(std::nullopt);
        return;
    }
    const auto first = engine::wordsOf(*span, m_document.words().intervals).first;
    m_answers->setSpoken(static_cast<qsizetype>(*word) - static_cast<qsizetype>(first));
}

/// What is right of the segment in hand, once its exercise is done.
std::optional<widgets::GoldCard::Content> ReviewTab::goldCard() const
{
    const auto gold = m_review.gold();
    const engine::Tier* tier = m_review.tier();
    const engine::Segment* answer = m_review.answer();
    if (!gold || !tier || !answer || !m_review.isDone(*m_review.current()))
        return std::nullopt;
    return goldFeedback(m_document.annotation(), *m_review.pass(), *gold, *tier, *answer);
}

void ReviewTab::showAnswer()
{
    if (!m_answers || !m_review.isActive() || !m_review.current())
        return;
    const engine::ReviewPass& pass = *m_review.pass();
    const engine::ReviewPass::Place& place = pass.places[*m_review.current()];
    const engine::Tier* tier = m_review.tier();
    widgets::AnswerPanel::Content content;
    content.place
        = QStringLiteral("%1 %2").arg(*m_review.current()).arg(QString::fromStdString(pass.layer.name));
    content.pass = passTitle(pass);
    content.title = tr("%1 · segment %2").arg(QString::fromStdString(place.video)).arg(place.number);
    content.question
        = questionText(pass.layer.of, place.video, m_review.conversation().participant(place.video),
                       m_review.conversation().partner(place.video));
    content.reason = reasonText(pass, place);
    content.needsAttention = !pass.isBlind && needsAttention(place.reason);
    content.isDone = m_review.isDone(*m_review.current());
    content.isHiding = m_review.isHiding();
    content.isOpen = !pass.isBlind;
    content.isEditable = tier != nullptr && m_document.whyReadOnly().isEmpty();
    if (tier) {
        const bool areWordsSeen = pass.layer.presentation == engine::Presentation::All
            || pass.layer.presentation == engine::Presentation::TextOnly;
        if (areWordsSeen)
            content.words = m_document.wordsWithin(place.span);
        content.labels = tier->labels;
        if (m_mode && *m_mode < tier->labels.size())
            content.mode = tr("Keys 0 to 3 give %1; Esc ends that.")
                               .arg(QString::fromStdString(tier->labels[*m_mode].name));
        else if (m_mode)
            content.mode = tr("The first letter of a label chooses it; Esc ends that.");
    }
    content.gold = goldCard();
    if (const engine::Segment* answer = m_review.answer()) {
        content.values = answer->values;
        content.confidence = answer->confidence;
        content.comment = QString::fromStdString(answer->comment);
        content.isFlagged = answer->flagged;
    }
    const std::vector<OtherJudgement> others = tier ? m_review.others() : std::vector<OtherJudgement>();
    const auto models = static_cast<int>(std::ranges::count_if(others, &OtherJudgement::isModel));
    if (content.isHiding) {
        content.hiddenPredictions = m_review.arm() == engine::SightArm::Shown ? 0 : models;
        content.hiddenAnswers = static_cast<int>(others.size()) - models;
    }
    if (tier) {
        for (const OtherJudgement& other : others) {
            if (!isSeen(m_review, other))
                continue;
            const auto first
                = tier->labels.empty() ? other.values.end() : other.values.find(tier->labels.front().name);
            const bool isThere = first != other.values.end();
            (content.isHiding ? content.measured : content.others)
                .push_back({other.who, isThere ? shownValue(tier->labels.front(), first->second) : QString(),
                            valuesText(*tier, other), other.isModel,
                            isThere ? numberGiven(other, tier->labels.front().name) : std::nullopt});
        }
        if (!tier->labels.empty() && !content.isHiding)
            content.othersNote = spreadText(tier->labels.front(), others);
    }
    m_answers->setContent(content);
    showSpoken();
}

}
