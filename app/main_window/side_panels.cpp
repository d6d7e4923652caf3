#include "app/main_window/side_panels.h"

#include "app/main_window/align_tab.h"
#include "app/main_window/review_tab.h"
#include "app/main_window/space_tab.h"
#include "app/prediction/model_list.h"
#include "app/prediction/model_outputs.h"
#include "app/session/session.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/predict/display_view.h"
#include "widgets/predict/predict_panel.h"

#include <QFileInfo>
#include <QScrollArea>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

QScrollArea* scrolling(QWidget* panel)
{
    auto* area = new QScrollArea;
    area->setWidget(panel);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

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
    const QString sentence = SidePanels::tr("Mean error on held-out speakers: %1").arg(*all, 0, 'f', 2);
    if (!text || !sound || !vision)
        return sentence + QLatin1Char('.');
    return SidePanels::tr("%1; text alone %2, sound alone %3, vision alone %4.")
        .arg(sentence)
        .arg(*text, 0, 'f', 2)
        .arg(*sound, 0, 'f', 2)
        .arg(*vision, 0, 'f', 2);
}

/// Each value within its dimension's range over the video, 0…1.
std::vector<float> relativeRow(std::span<const float> row, const FeatureSeries* series)
{
    std::vector<float> relative(row.size(), 0.5F);
    for (std::size_t d = 0; series && d < row.size() && d < series->features->dimensions(); ++d) {
        const engine::DimensionRange& range = series->features->ranges(d).usual;
        if (!range.constant())
            relative[d] = (row[d] - range.low) / (range.high - range.low);
    }
    return relative;
}

const FeatureSeries* seriesOf(const VideoData& video, engine::Modality modality)
{
    const auto found = std::find_if(video.features.begin(), video.features.end(),
                                    [&](const FeatureSeries& s) { return s.modality == modality; });
    return found == video.features.end() ? nullptr : &*found;
}

}

SidePanels::SidePanels(Session& session, Review& review, QWidget* parent)
    : QTabWidget(parent)
    , m_session(session)
    , m_inspector(new widgets::InspectorPanel)
    , m_align(new AlignTab(session))
    , m_predict(new widgets::PredictPanel)
    , m_review(new ReviewTab(session, review))
    , m_space(new SpaceTab(session))
    , m_models(new ModelList(session.document(), session.jobs(), session.modelsClient(), this))
{
    setObjectName(QStringLiteral("sidePanels"));
    setAttribute(Qt::WA_StyledBackground); // beside the last tab, too
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    addTab(scrolling(m_inspector), tr("Inspector"));
    addTab(m_align, tr("Align"));
    QScrollArea* predictArea = scrolling(m_predict);
    predictArea->setObjectName(QStringLiteral("predictArea"));
    addTab(predictArea, tr("Predict"));
    addTab(m_review, tr("Review"));
    addTab(m_space, tr("Space"));
    setCurrentIndex(2);

    connect(&session.document(), &Document::videoChanged, this, [this] {
        m_segment.reset(); // of the video before; the timeline tells the new one
        m_word.reset();
        showSegment();
        showWord();
    });
    connect(&session.document(), &Document::wordRulesChanged, this, &SidePanels::showWord);
    connect(&session.document(), &Document::wordsChanged, this, [this](const QString& video) {
        if (!m_session.document().isInSight(video))
            return;
        m_word = m_session.document().wordAt(m_session.player().position());
        showSegment();
        showWord();
    });
    connect(&session.document(), &Document::labelsChanged, this, [this](const QString& video) {
        if (m_session.document().isInSight(video))
            showSegment();
    });
    connect(m_inspector, &widgets::InspectorPanel::valueChosen, this,
            [this](const QString& label, std::optional<double> value) {
                if (m_segment)
                    m_session.editor().setLabel(*m_segment, label, value);
            });
    connect(&session.player(), &Player::positionChanged, this, [this](double seconds) {
        const auto word = m_session.document().wordAt(seconds);
        if (word != m_word) {
            m_word = word;
            showWord();
            showDisplayWord();
        }
    });
    connect(&session.prediction(), &LivePrediction::answerChanged, this, [this](std::size_t segment) {
        if (segment == m_segment)
            showAnswer();
    });
    connect(&session.modelsClient(), &ModelsClient::stateChanged, this, &SidePanels::showModel);
    connect(m_predict, &widgets::PredictPanel::modalitiesChosen, &session.prediction(),
            &LivePrediction::setEnabled);
    connectModels();
    showModel();
}

void SidePanels::connectModels()
{
    widgets::ModelChooser& chooser = m_predict->chooser();
    connect(&m_session, &Session::datasetOpened, m_models, &ModelList::refresh);
    connect(m_models, &ModelList::changed, this,
            [this] { m_predict->chooser().setModels(m_models->entries()); });
    connect(&chooser, &widgets::ModelChooser::listWished, m_models, &ModelList::refresh);
    connect(&chooser, &widgets::ModelChooser::modelChosen, &m_session,
            qOverload<const QString&>(&Session::startModel));
    connect(&chooser, &widgets::ModelChooser::openWished, this, &SidePanels::openModelWished);
    connect(&m_predict->displays(), &widgets::DisplayView::underWordsWished, this,
            &SidePanels::underWordsWished);
    connect(&m_session.modelsClient(), &ModelsClient::modelChanged, this, [this] {
        const engine::ModelInfo& info = *m_session.modelsClient().model();
        QStringList outputs;
        for (const std::string& label : info.labels)
            outputs << QString::fromStdString(label);
        m_predict->displays().setDisplays(info.displays, outputs);
        showAnswer();
    });
    connect(&m_session.modelsClient(), &ModelsClient::loadFailed, this,
            [this](const QString& message) { m_predict->setMessage(message, true); });
}

void SidePanels::setUnderWords(const QString& output)
{
    m_predict->displays().setUnderWords(output);
}

bool SidePanels::showTab(const QString& name)
{
    const QStringList names{QStringLiteral("inspector"), QStringLiteral("align"), QStringLiteral("predict"),
                            QStringLiteral("review"), QStringLiteral("space")};
    const auto index = names.indexOf(name);
    if (index >= 0)
        setCurrentIndex(static_cast<int>(index));
    return index >= 0;
}

bool SidePanels::isComplete() const
{
    return m_space->isComplete() && m_align->isComplete();
}

void SidePanels::setHidesLabels(bool hides)
{
    if (std::exchange(m_hidesLabels, hides) == hides)
        return;
    setTabEnabled(indexOf(m_space), !hides); // its colours are labels
    showSegment();
}

void SidePanels::setHidesWords(bool hides)
{
    if (std::exchange(m_hidesWords, hides) == hides)
        return;
    showSegment();
    showWord();
}

void SidePanels::toggleModality(engine::Modality modality)
{
    m_predict->toggleModality(modality);
}

void SidePanels::setSegment(std::optional<std::size_t> segment)
{
    m_segment = segment;
    m_session.prediction().setFocus(segment);
    m_space->setSegment(segment);
    showSegment();
}

QString SidePanels::segmentTitle() const
{
    const std::size_t count = m_session.prediction().segments().size();
    return m_segment ? tr("segment %1 of %2").arg(*m_segment + 1).arg(count) : tr("no segment here");
}

QStringList SidePanels::labelNames() const
{
    return m_session.document().hasVideo() ? m_session.document().labels().names : QStringList();
}

std::vector<double> SidePanels::segmentLabels() const
{
    if (!m_segment || m_hidesLabels || !m_session.document().hasVideo())
        return {};
    const engine::FeatureMatrix& labels = m_session.document().labels().rows.features;
    if (*m_segment >= labels.rows)
        return {};
    const auto row = labels.row(*m_segment);
    return {row.begin(), row.end()};
}

/// The tier's numeric labels with their scales and these values.
std::vector<widgets::InspectorPanel::Label> SidePanels::shownLabels(const std::vector<double>& values) const
{
    std::vector<widgets::InspectorPanel::Label> shown;
    const engine::Tier* tier = m_session.document().tier(kLabelsTier);
    for (std::size_t i = 0; tier && i < tier->labels.size(); ++i) {
        const auto* scale = std::get_if<engine::NumberScale>(&tier->labels[i].scale);
        if (!scale)
            continue;
        const bool given = i < values.size() && !std::isnan(values[i]);
        shown.push_back(
            {QString::fromStdString(tier->labels[i].name), static_cast<int>(std::floor(scale->least)),
             static_cast<int>(std::ceil(scale->greatest)), given ? std::optional(values[i]) : std::nullopt});
    }
    return shown;
}

/// From the first word of the segment to behind its last.
std::pair<std::size_t, std::size_t> SidePanels::segmentWords() const
{
    const Document& document = m_session.document();
    if (!m_segment || !document.hasVideo())
        return {};
    return engine::wordsOf(m_session.prediction().segments().at(*m_segment), document.words().intervals);
}

QStringList SidePanels::segmentTexts() const
{
    const auto [first, last] = segmentWords();
    QStringList words;
    for (std::size_t word = first; word < last && !m_hidesWords; ++word)
        words << QString::fromStdString(m_session.document().words().texts[word]);
    return words;
}

void SidePanels::showSegment()
{
    if (m_segment && *m_segment >= m_session.prediction().segments().size())
        m_segment.reset(); // it was deleted
    const std::vector<double> labels = segmentLabels();
    if (m_segment && m_session.document().hasVideo()) {
        widgets::InspectorPanel::Segment shown;
        shown.title = QStringLiteral("%1 · %2").arg(m_session.document().video().id, segmentTitle());
        shown.interval = m_session.prediction().segments().at(*m_segment);
        shown.text = segmentTexts().join(QLatin1Char(' '));
        shown.labels = shownLabels(labels);
        shown.editable = m_session.document().whyReadOnly().isEmpty();
        m_inspector->setSegment(shown);
    } else {
        m_inspector->setSegment(std::nullopt);
    }
    m_predict->setSegment(segmentTitle(), labelsOfOutputs(m_outputs, labelNames(), labels));
    showAnswer();
}

void SidePanels::showWord()
{
    const Document& document = m_session.document();
    if (!m_word || m_hidesWords || !document.hasVideo() || *m_word >= document.words().texts.size()) {
        m_inspector->setWord(std::nullopt);
        return;
    }
    const VideoData& video = document.video();
    const engine::Interval word = document.words().intervals[*m_word];
    widgets::InspectorPanel::Word shown{
        QString::fromStdString(document.words().texts[*m_word]), word, document.isEdited(*m_word), {}};
    const auto aligned = document.alignWords(*m_word, *m_word + 1, document.wordTimes());
    for (const engine::Modality modality : engine::allModalities) {
        const FeatureSeries* series = seriesOf(video, modality);
        const engine::AlignedWords& words = aligned[static_cast<std::size_t>(modality)];
        const auto row = words.features.row(0);
        shown.modalities.push_back({modality,
                                    series ? series->key : tr("none"),
                                    words.rows.front().sourceRows,
                                    words.rows.front().covered,
                                    {row.begin(), row.end()},
                                    relativeRow(row, series)});
    }
    m_inspector->setWord(shown);
}

void SidePanels::showAnswer()
{
    const LivePrediction& prediction = m_session.prediction();
    if (m_hidesLabels) {
        m_predict->setAnswer(std::nullopt);
        showDisplays(nullptr);
        m_predict->setMessage(tr("Hidden until your answer counts."), false);
        return;
    }
    const LivePrediction::Answer* answer = m_segment ? prediction.answer(*m_segment) : nullptr;
    showDisplays(answer ? &answer->prediction : nullptr);
    if (!answer) {
        m_predict->setAnswer(std::nullopt);
        const QString refusal = m_segment ? prediction.refusal(*m_segment) : QString();
        if (!refusal.isEmpty())
            m_predict->setMessage(refusal, true);
        else if (!m_segment && m_session.modelsClient().state() == ModelsClient::State::Ready)
            m_predict->setMessage(tr("Move the playhead onto a segment to see its prediction."), false);
        return;
    }
    widgets::PredictPanel::Answer shown{
        answer->prediction.values, {}, answer->asRecorded, answer->milliseconds, answer->current};
    for (std::size_t i = 0; i < shown.withoutModality.size(); ++i) {
        if (!answer->prediction.occlusion[i].empty())
            shown.withoutModality[i] = -static_cast<double>(answer->prediction.occlusion[i].front());
    }
    m_predict->setAnswer(shown);
}

/// What the model shows of itself for the segment.
void SidePanels::showDisplays(const engine::Prediction* prediction)
{
    m_predict->displays().setValues(
        prediction ? prediction->outputs : std::map<std::string, engine::Tensor>(), segmentTexts());
    showDisplayWord();
}

void SidePanels::showDisplayWord()
{
    const auto [first, last] = segmentWords();
    const bool inside = m_word && *m_word >= first && *m_word < last;
    m_predict->displays().setCurrentWord(inside ? std::optional(*m_word - first) : std::nullopt);
}

void SidePanels::showModel()
{
    const ModelsClient& client = m_session.modelsClient();
    const bool isLoading = client.state() == ModelsClient::State::Starting;
    const QString path = isLoading ? m_session.modelPath() : client.loadedPath();
    const bool answers = client.model() && path == client.loadedPath();
    m_predict->chooser().setCurrentModel(
        path, answers ? QString::fromStdString(client.model()->name) : QFileInfo(path).fileName());
    if (client.model()) {
        const engine::ModelInfo& info = *client.model();
        m_outputs = modelOutputs(info);
        m_predict->setModel(
            widgets::PredictPanel::Model{m_outputs, scoreSentence(info), learntModalities(info)});
        m_predict->setSegment(segmentTitle(), labelsOfOutputs(m_outputs, labelNames(), segmentLabels()));
    }
    showAnswer();
    switch (client.state()) {
    case ModelsClient::State::Stopped:
        m_predict->setMessage(tr("No model is loaded."), false);
        break;
    case ModelsClient::State::Starting:
        m_predict->setMessage(tr("The model is being loaded…"), false);
        break;
    case ModelsClient::State::Lost:
        m_predict->setMessage(tr("The model process is gone; it is being restarted. Your work is untouched."),
                              true);
        break;
    case ModelsClient::State::Ready:
        break;
    }
}

}
