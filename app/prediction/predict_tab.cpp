#include "app/prediction/predict_tab.h"

#include "app/document/label_column.h"
#include "app/prediction/against_models.h"
#include "app/prediction/learnt_labels.h"
#include "app/prediction/model_card_dialog.h"
#include "app/prediction/model_choice.h"
#include "app/prediction/model_lack.h"
#include "app/prediction/model_list.h"
#include "app/prediction/model_merit.h"
#include "app/prediction/model_outputs.h"
#include "app/prediction/parts_text.h"
#include "app/prediction/what_if_ledger.h"
#include "app/video/video_opener.h"
#include "widgets/predict/attribution_view.h"
#include "widgets/predict/display_view.h"
#include "widgets/predict/interaction_view.h"

#include <QFileInfo>

#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr int kOwnerLetters = 20; // of whose labels a model learnt

}

PredictTab::PredictTab(Document& document, VideoOpener& videos, LivePrediction& prediction,
                       OtherModels& others, ModelsClient& client, ModelChoice& choice,
                       const LearntLabels& learnt, Tasks& tasks, widgets::PredictPanel& panel)
    : QObject(&panel)
    , m_segment(document)
    , m_document(document)
    , m_prediction(prediction)
    , m_client(client)
    , m_choice(choice)
    , m_learnt(learnt)
    , m_panel(panel)
    , m_caution(document, client)
    , m_models(new ModelList(document, tasks, client, this))
    , m_against(new AgainstModels(others, client, choice, *m_models, panel))
    , m_ledger(new WhatIfLedger(document, prediction, panel.whatIf()))
{
    connect(m_ledger, &WhatIfLedger::changed, this, &PredictTab::showAnswer);
    connect(m_ledger, &WhatIfLedger::triedWished, this, &PredictTab::triedWished);
    connect(m_ledger, &WhatIfLedger::applyWished, this, &PredictTab::applyWished);
    connect(&prediction, &LivePrediction::answerChanged, this, [this](std::size_t changed) {
        if (changed == place())
            showAnswer();
    });
    connect(&prediction, &LivePrediction::segmentsChanged, this, &PredictTab::showSegment);
    connect(&prediction, &LivePrediction::focusChanged, this, [this] {
        if (m_prediction.arePieces())
            showSegment();
    });
    connect(&document.attention(), &Attention::contentChanged, this, &PredictTab::showSegment);
    connect(&document.attention(), &Attention::wordChanged, this, &PredictTab::showWord);
    connect(&client, &ModelsClient::stateChanged, this, &PredictTab::showModel);
    connect(&learnt, &LearntLabels::changed, this, &PredictTab::showLabels);
    connect(&panel.modalities(), &widgets::ModalityList::chosen, &prediction, &LivePrediction::setEnabled);
    connectModels(videos);
    connectWhy();
    connect(m_against, &AgainstModels::changed, this, &PredictTab::showOthers);
    showModel();
}

void PredictTab::connectWhy()
{
    connect(&m_panel.interaction(), &widgets::InteractionView::absentChosen, this,
            [this](engine::AbsentKind absent) {
                m_absent = absent;
                wishExplanation();
            });
    connect(&m_panel.attribution(), &widgets::AttributionView::methodChosen, this,
            &PredictTab::wishExplanation);
    connect(&m_panel.attribution(), &widgets::AttributionView::onTimelineWished, this,
            &PredictTab::attributionWished);
    connect(&m_panel, &widgets::PredictPanel::explainedOutputChosen, this, [this] {
        wishExplanation();
        showAnswer(); // the map of another output is there already
    });
    m_panel.installEventFilter(this);
    connect(&m_panel, &widgets::PredictPanel::acceptWished, this, &PredictTab::accept);
    connect(&m_panel, &widgets::PredictPanel::remedyWished, this, [this] { emit stepWished(m_remedy); });
    connect(&m_panel, &widgets::PredictPanel::cardWished, this, &PredictTab::showCard);
    connect(&m_panel, &widgets::PredictPanel::helpWished, this,
            [this] { emit stepWished(QStringLiteral("help")); });
    wishExplanation();
}

void PredictTab::accept()
{
    const LivePrediction::Answer* answer = answerHere();
    if (!answer || !answer->current || !m_client.model())
        return;
    const std::size_t output = headline();
    if (output >= m_outputs.size() || output >= answer->prediction.values.size())
        return;
    const QStringList labels = m_segment.labelNames();
    const auto column = labelColumn(m_outputs[output].name, labels);
    if (column && m_caution.isAccepted(m_panel.window()))
        emit acceptWished(*m_segment.place(), labels[static_cast<qsizetype>(*column)],
                          static_cast<double>(answer->prediction.values[output]),
                          QString::fromStdString(m_client.model()->name));
}

const LivePrediction::Answer* PredictTab::answerHere() const
{
    return place() ? m_prediction.answer(*place()) : nullptr;
}

std::optional<std::size_t> PredictTab::place() const
{
    return m_prediction.arePieces() ? m_prediction.focus() : m_segment.place();
}

QString PredictTab::title() const
{
    if (!m_prediction.arePieces() || !place())
        return m_segment.title();
    const engine::Interval& piece = m_prediction.segments().at(*place());
    return tr("%1 to %2 s").arg(std::lround(piece.start)).arg(std::lround(piece.end));
}

/// The output that is shown large.
std::size_t PredictTab::headline() const
{
    const LivePrediction::Answer* answer = answerHere();
    return answer ? headlineOf(m_outputs, answer->prediction.values) : 0;
}

void PredictTab::wishExplanation()
{
    const bool hasSteps = !m_model || !m_model->isOfParts; // parts see a segment as a whole
    m_panel.attribution().setVisible(hasSteps);
    m_prediction.setExplanation({m_absent,
                                 hasSteps ? std::optional(m_panel.attribution().method()) : std::nullopt,
                                 m_panel.explainedOutput()});
}

void PredictTab::setAttributionOnTimeline(bool isShown)
{
    m_isOnTimeline = isShown;
    m_panel.attribution().setOnTimeline(isShown);
    wishDetail();
}

/// The detail is seen in the panel and on its track.
void PredictTab::wishDetail()
{
    m_prediction.setDetailWanted(m_panel.isVisible() || m_isOnTimeline);
}

bool PredictTab::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        wishDetail();
    return QObject::eventFilter(watched, event);
}

void PredictTab::connectModels(VideoOpener& videos)
{
    widgets::ModelChooser& chooser = m_panel.chooser();
    connect(&videos, &VideoOpener::datasetOpened, m_models, &ModelList::refresh);
    connect(m_models, &ModelList::changed, this, [this] {
        m_panel.chooser().setModels(m_models->entries());
        m_against->list();
    });
    connect(&chooser, &widgets::ModelChooser::listWished, m_models, &ModelList::refresh);
    connect(&chooser, &widgets::ModelChooser::modelChosen, &m_choice, &ModelChoice::choose);
    connect(&chooser, &widgets::ModelChooser::openWished, this, &PredictTab::openModelWished);
    connect(&m_panel.displays(), &widgets::DisplayView::underWordsWished, this,
            &PredictTab::underWordsWished);
    connect(&m_client, &ModelsClient::modelChanged, this, [this] {
        const engine::ModelInfo& info = *m_client.model();
        QStringList outputs;
        for (const std::string& label : info.labels)
            outputs << QString::fromStdString(label);
        m_panel.displays().setDisplays(info.displays, outputs);
        showAnswer();
    });
    connect(&m_client, &ModelsClient::loadFailed, this,
            [this](const QString& message) { m_panel.setMessage(message, true); });
}

/// What the others say of the segment; nothing while labels are hidden.
void PredictTab::showOthers()
{
    const bool isSeen = !m_outputs.empty() && !m_segment.hidesLabels();
    m_against->show(isSeen ? place() : std::nullopt,
                    isSeen ? m_outputs[headline()].name.toStdString() : std::string());
}

void PredictTab::setUnderWords(const QString& output)
{
    m_panel.displays().setUnderWords(output);
}

QString PredictTab::modelOf(const QString& architecture) const
{
    return m_models->modelOf(architecture, m_choice.path());
}

void PredictTab::showSegment()
{
    showLabels();
    m_ledger->showSegment();
    showAnswer();
}

/// What the segment's answer is held against: its own labels, else those that the model learnt.
void PredictTab::showLabels()
{
    const bool areOthers = m_learnt.areOthers() && m_segment.place() && !m_segment.hidesLabels();
    const QFontMetrics metrics = m_panel.fontMetrics(); // there is little room beside the chooser
    const QString owner = metrics.elidedText(areOthers ? m_learnt.owner() : QString(), Qt::ElideRight,
                                             metrics.averageCharWidth() * kOwnerLetters);
    m_panel.setSegment(
        owner.isEmpty() ? title() : tr("%1\nlabel: %2").arg(title(), owner),
        areOthers ? m_learnt.of(m_outputs, m_document.video().id.toStdString(), m_segment.span().start)
                  : labelsOfOutputs(m_outputs, m_segment.labelNames(), m_segment.labels()));
}

void PredictTab::showAnswer()
{
    const bool isHidden = m_segment.hidesLabels();
    const LivePrediction::Answer* answer = isHidden ? nullptr : answerHere();
    m_caution.show(m_panel, answer != nullptr);
    const std::size_t output = headline();
    showDisplays(answer ? &answer->prediction : nullptr);
    if (m_client.model())
        m_panel.modalities().setParts(
            partsText(*m_client.model(), answer ? &answer->prediction : nullptr),
            partsTogether(*m_client.model(), answer ? &answer->prediction : nullptr));
    m_panel.whatIf().setSeesWords(!m_prediction.input().isUnaligned() && !m_prediction.input().asksParts());
    m_panel.setAcceptable(answer && !sayNothing(answer->prediction) && m_segment.place()
                          && output < m_outputs.size()
                          && labelColumn(m_outputs[output].name, m_segment.labelNames()));
    showLack(answer != nullptr);
    if (!answer) {
        m_panel.setAnswer(std::nullopt);
        showOthers();
        showWhy(nullptr);
        if (isHidden)
            m_panel.setMessage(tr("Hidden until your answer counts."), false);
        else
            showWhyNoAnswer();
        return;
    }
    const auto of = [output](const std::vector<float>& values) {
        return output < values.size() ? std::optional<double>(values[output]) : std::nullopt;
    };
    widgets::PredictPanel::Answer shown{answer->prediction.values, {},
                                        of(answer->asRecorded),    answer->milliseconds,
                                        answer->current,           of(answer->allOn),
                                        m_ledger->lines(output),   output};
    for (std::size_t i = 0; i < shown.withoutModality.size(); ++i) {
        if (const auto change = of(answer->prediction.occlusion[i]))
            shown.withoutModality[i] = -*change;
    }
    m_panel.setAnswer(shown);
    showOthers();
    showWhy(answer);
}

void PredictTab::showWhyNoAnswer()
{
    const bool isReady = m_client.state() == ModelsClient::State::Ready;
    const QString refusal = place() ? m_prediction.refusal(*place()) : QString();
    if (!refusal.isEmpty() && !m_choice.isChosen() && m_prediction.isRefusedByModel(*place())) {
        m_panel.setMessage(
            tr("No model fits the features of this dataset yet. Train one on them, or open one from "
               "the Model menu."),
            false); // nobody asked the model of the demo
    } else if (!refusal.isEmpty()) {
        m_panel.setMessage(refusal, true);
    } else if (isReady) {
        m_panel.setMessage(place()                  ? QString() // or it comes
                               : isBare(m_document) ? tr("This video has no words and no features yet.")
                                                    : m_segment.nothingHere(),
                           false);
    }
}

/// What the model wants that is not here, with the step that makes it.
void PredictTab::showLack(bool isAnswered)
{
    m_remedy.clear();
    const bool isReady = m_client.state() == ModelsClient::State::Ready && m_client.model();
    if (!isReady || !m_document.hasVideo() || m_segment.hidesLabels()) {
        m_panel.setLack({}, {});
        return;
    }
    const std::optional<ModelLack> lack
        = m_prediction.arePieces() ? lackOfSegments() : lackIn(m_document, m_model);
    if (!lack || (isAnswered && !lack->answersAnyway)) {
        m_panel.setLack({}, {});
        return;
    }
    m_remedy = QString::fromLatin1(lack->action);
    const bool isOfDemo = !m_choice.isChosen() && m_remedy == QLatin1String("train");
    m_panel.setLack(isOfDemo ? QString() : lack->sentence,
                    lack->button); // nobody asked the model of the demo
}

void PredictTab::showCard()
{
    const auto card = m_client.model() ? modelCardOf(*m_client.model()) : std::nullopt;
    if (!card)
        return;
    auto* dialog = new ModelCardDialog(*card, m_client.loadedPath(), m_panel.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

/// Why it answers so; models that look at recordings themselves do not tell.
void PredictTab::showWhy(const LivePrediction::Answer* answer)
{
    const std::size_t output = m_panel.explainedOutput();
    const bool isThere = answer && answer->prediction.explanation && output < m_outputs.size()
        && output < answer->prediction.values.size();
    m_panel.setExplains(isThere);
    if (!isThere)
        return;
    const engine::Explanation& explanation = *answer->prediction.explanation;
    m_panel.interaction().setMap(widgets::InteractionView::Shown{
        engine::mapOf(explanation, output), m_outputs[output].high - m_outputs[output].low,
        answer->current && explanation.wish.absent == m_absent});
    const bool isOfOutput = answer->detail && answer->detail->wish.output == output;
    m_panel.attribution().setExplanation(
        isOfOutput ? &*answer->detail : nullptr,
        m_prediction.input().stepNames(m_segment.texts(), answer->prediction), answer->isDetailCurrent);
}

/// What the model shows of itself for the segment.
void PredictTab::showDisplays(const engine::Prediction* prediction)
{
    m_panel.displays().setValues(prediction ? prediction->outputs : std::map<std::string, engine::Tensor>(),
                                 prediction ? m_prediction.input().stepNames(m_segment.texts(), *prediction)
                                            : QStringList());
    showWord();
}

void PredictTab::showWord()
{
    const auto [first, last] = m_segment.words();
    const auto word = m_segment.word();
    const bool inside = word && *word >= first && *word < last;
    m_panel.displays().setCurrentWord(inside ? std::optional(*word - first) : std::nullopt);
}

void PredictTab::showModel()
{
    const bool isLoading = m_client.state() == ModelsClient::State::Starting;
    const QString path = isLoading ? m_choice.path() : m_client.loadedPath();
    const bool answers = m_client.model() && path == m_client.loadedPath();
    m_panel.chooser().setCurrentModel(
        path, answers ? QString::fromStdString(m_client.model()->name) : QFileInfo(path).fileName());
    if (m_client.model()) {
        const engine::ModelInfo& info = *m_client.model();
        m_outputs = modelOutputs(info);
        m_model = modelFileOf(info);
        m_caution.setModel(m_model ? m_model->caution : std::nullopt,
                           m_model ? m_model->cautionOfDrawings : std::nullopt);
        const bool hides = m_model && m_model->hidesModalities;
        m_panel.setModel(widgets::PredictPanel::Model{m_outputs, scoreSentence(info), learntModalities(info),
                                                      isOfParts(info), areStrengths(m_outputs)});
        m_panel.interaction().setHidingOffered(hides);
        if (m_absent == engine::AbsentKind::Mask && !hides) {
            m_absent = engine::AbsentKind::Mean;
            m_panel.interaction().setAbsent(m_absent);
        }
        wishExplanation(); // of the new model's first output
        showLabels();
    }
    showAnswer();
    switch (m_client.state()) {
    case ModelsClient::State::Stopped:
        m_panel.setMessage(tr("No model is loaded; open one from the Model menu."), false);
        break;
    case ModelsClient::State::Starting:
        m_panel.setMessage(tr("The model is being loaded…"), false);
        break;
    case ModelsClient::State::Lost:
        m_panel.setMessage(tr("The model process is gone; it is being restarted. Your work is untouched."),
                           true);
        break;
    case ModelsClient::State::Ready:
        break;
    }
}

}
