#include "app/prediction/predict_tab.h"

#include "app/prediction/model_choice.h"
#include "app/prediction/model_list.h"
#include "app/prediction/model_outputs.h"
#include "app/video/video_opener.h"
#include "widgets/base/scale_number.h"
#include "widgets/predict/display_view.h"

#include <QFileInfo>

#include <utility>

namespace app {

namespace {

/// How good the model is by its own card, in a sentence; empty when the card has no such scores.
QString scoreSentence(const engine::ModelInfo& info)
{
    if (info.labels.empty())
        return {};
    const std::string& label = info.labels.front();
    const nlohmann::json scores = info.card.value("scores", nlohmann::json::array());
    const auto all = testError(scores, label, "text+acoustic+visual");
    const auto text = testError(scores, label, "text");
    const auto sound = testError(scores, label, "acoustic");
    const auto vision = testError(scores, label, "visual");
    if (!all)
        return {};
    const QString sentence
        = PredictTab::tr("Mean error on held-out speakers: %1").arg(widgets::shownNumber(*all, 2, 'f'));
    if (!text || !sound || !vision)
        return sentence + QLatin1Char('.');
    return PredictTab::tr("%1; text alone %2, sound alone %3, vision alone %4.")
        .arg(sentence)
        .arg(widgets::shownNumber(*text, 2, 'f'))
        .arg(widgets::shownNumber(*sound, 2, 'f'))
        .arg(widgets::shownNumber(*vision, 2, 'f'));
}

}

PredictTab::PredictTab(const SegmentInSight& segment, Document& document, VideoOpener& videos,
                       LivePrediction& prediction, ModelsClient& client, ModelChoice& choice, Jobs& jobs,
                       widgets::PredictPanel& panel)
    : QObject(&panel)
    , m_segment(segment)
    , m_prediction(prediction)
    , m_client(client)
    , m_choice(choice)
    , m_panel(panel)
    , m_models(new ModelList(document, jobs, client, this))
{
    connect(&prediction, &LivePrediction::answerChanged, this, [this](std::size_t changed) {
        if (changed == m_segment.place())
            showAnswer();
    });
    connect(&client, &ModelsClient::stateChanged, this, &PredictTab::showModel);
    connect(&panel, &widgets::PredictPanel::modalitiesChosen, &prediction, &LivePrediction::setEnabled);
    connectModels(videos);
    showModel();
}

void PredictTab::connectModels(VideoOpener& videos)
{
    widgets::ModelChooser& chooser = m_panel.chooser();
    connect(&videos, &VideoOpener::datasetOpened, m_models, &ModelList::refresh);
    connect(m_models, &ModelList::changed, this,
            [this] { m_panel.chooser().setModels(m_models->entries()); });
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

void PredictTab::setUnderWords(const QString& output)
{
    m_panel.displays().setUnderWords(output);
}

QString PredictTab::comparingModel() const
{
    return m_models->modelOf(QStringLiteral("VAT"), m_choice.path());
}

void PredictTab::toggleModality(engine::Modality modality)
{
    m_panel.toggleModality(modality);
}

void PredictTab::showSegment()
{
    m_panel.setSegment(m_segment.title(),
                       labelsOfOutputs(m_outputs, m_segment.labelNames(), m_segment.labels()));
    showAnswer();
}

void PredictTab::showAnswer()
{
    if (m_segment.hidesLabels()) {
        m_panel.setAnswer(std::nullopt);
        showDisplays(nullptr);
        m_panel.setMessage(tr("Hidden until your answer counts."), false);
        return;
    }
    const LivePrediction::Answer* answer
        = m_segment.place() ? m_prediction.answer(*m_segment.place()) : nullptr;
    showDisplays(answer ? &answer->prediction : nullptr);
    if (!answer) {
        m_panel.setAnswer(std::nullopt);
        const QString refusal = m_segment.place() ? m_prediction.refusal(*m_segment.place()) : QString();
        if (!refusal.isEmpty() && !m_choice.isChosen() && m_prediction.isRefusedByModel(*m_segment.place()))
            m_panel.setMessage(
                tr("No model fits the features of this dataset yet. Train one on them, or open one from "
                   "the Model menu."),
                false); // nobody asked the model of the demo
        else if (!refusal.isEmpty())
            m_panel.setMessage(refusal, true);
        else if (!m_segment.place() && m_client.state() == ModelsClient::State::Ready)
            m_panel.setMessage(m_segment.nothingHere(), false);
        else if (m_client.state() == ModelsClient::State::Ready)
            m_panel.setMessage({}, false); // the answer comes
        return;
    }
    widgets::PredictPanel::Answer shown{answer->prediction.values, {},
                                        answer->asRecorded,        answer->milliseconds,
                                        answer->current,           answer->allOn};
    for (std::size_t i = 0; i < shown.withoutModality.size(); ++i) {
        if (!answer->prediction.occlusion[i].empty())
            shown.withoutModality[i] = -static_cast<double>(answer->prediction.occlusion[i].front());
    }
    m_panel.setAnswer(shown);
}

/// What the model shows of itself for the segment.
void PredictTab::showDisplays(const engine::Prediction* prediction)
{
    m_panel.displays().setValues(prediction ? prediction->outputs : std::map<std::string, engine::Tensor>(),
                                 m_segment.texts());
    showWord();
}

void PredictTab::showWord()
{
    const auto [first, last] = m_segment.words();
    const auto& word = m_segment.word();
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
        m_panel.setModel(
            widgets::PredictPanel::Model{m_outputs, scoreSentence(info), learntModalities(info)});
        m_panel.setSegment(m_segment.title(),
                           labelsOfOutputs(m_outputs, m_segment.labelNames(), m_segment.labels()));
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
