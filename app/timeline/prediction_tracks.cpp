#include "app/timeline/prediction_tracks.h"

#include "app/document/document.h"
#include "app/document/label_column.h"
#include "app/models_client/models_client.h"
#include "app/prediction/learnt_labels.h"
#include "app/prediction/live_prediction.h"
#include "widgets/predict/display_table.h"
#include "widgets/predict/display_words.h"
#include "widgets/tracks/prediction_track.h"
#include "widgets/tracks/words_track.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace app {

namespace {

/// Puts what one segment's output says into the strip, from its first word on. Shares of a whole segment are
/// drawn against the greatest of them; gates, and shares of modalities, as they are.
void fill(widgets::WordStrip& strip, const engine::DisplayCard& card, const engine::Tensor& output,
          std::size_t first, std::size_t words)
{
    const std::size_t parts = strip.parts.size();
    if (output.shape.size() != card.axes.size() || output.values.size() != words * parts)
        return;
    float greatest = 1.0F;
    if (parts == 1 && card.scale == engine::DisplayScale::Share) {
        greatest = 1e-6F;
        for (const float value : output.values)
            greatest = std::isfinite(value) ? std::max(greatest, value) : greatest;
    }
    std::ranges::transform(output.values, strip.values.begin() + static_cast<std::ptrdiff_t>(first * parts),
                           [&](float value) { return value / greatest; });
}

/// After each word of a segment; nothing of a model that does not follow, or sees other steps than the words.
std::vector<widgets::PredictionTrack::Word> runningOf(const engine::Prediction& prediction,
                                                      std::span<const engine::Interval> words)
{
    const auto found = prediction.outputs.find(engine::kRunningPrediction);
    const std::size_t outputs = prediction.values.size();
    std::vector<widgets::PredictionTrack::Word> running;
    if (found == prediction.outputs.end() || found->second.values.size() != words.size() * outputs)
        return running;
    for (std::size_t word = 0; word < words.size(); ++word)
        running.push_back({words[word].start, found->second.values[word * outputs]});
    return running;
}

}

PredictionTracks::PredictionTracks(const TimelineTracks& tracks, const Document& document,
                                   const LivePrediction& prediction, const ModelsClient& client,
                                   QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_document(document)
    , m_prediction(prediction)
    , m_client(client)
{
    m_again.setSingleShot(true);
    m_again.setInterval(0);
    connect(&m_again, &QTimer::timeout, this, &PredictionTracks::show);
    connect(&prediction, &LivePrediction::answerChanged, this, [this] { m_again.start(); });
    connect(&client, &ModelsClient::stateChanged, this, &PredictionTracks::showModel);
    connect(&m_tracks.words, &widgets::WordsTrack::stripChosen, this, [this](const QString& output) {
        m_again.start();
        emit underWordsChanged(output);
    });
}

void PredictionTracks::followLearnt(const LearntLabels& learnt)
{
    m_learnt = &learnt;
    connect(&learnt, &LearntLabels::changed, this, [this] { m_again.start(); });
}

void PredictionTracks::showModel()
{
    const auto& model = m_client.model();
    m_tracks.predictions.setModelName(model ? QString::fromStdString(model->name) : QString());
    m_facts = model ? modelFileOf(*model) : std::nullopt;
    m_outputs = model ? modelOutputs(*model) : std::vector<widgets::PredictPanel::Output>();
    if (!m_outputs.empty())
        m_tracks.predictions.setScale(m_outputs.front().low, m_outputs.front().high);
    std::vector<widgets::StripChoice> choices;
    for (const engine::DisplayCard& card : model ? model->displays : std::vector<engine::DisplayCard>()) {
        if (widgets::canStandUnderWords(card))
            choices.push_back({QString::fromStdString(card.output), widgets::displayTitle(card.title)});
    }
    m_tracks.words.setStripChoices(std::move(choices));
    m_again.start();
}

void PredictionTracks::show()
{
    std::vector<widgets::PredictionTrack::Segment> segments;
    if (!m_document.hasVideo() || !m_document.sight().now().predictions) {
        m_tracks.words.setImportance({});
        m_tracks.words.setStrip({});
        m_tracks.predictions.setSegments({});
        m_tracks.predictions.setVisible(false);
        return;
    }
    m_tracks.predictions.setVisible(!m_prediction.segments().empty());
    std::optional<AnswerCaution> caution;
    if (m_facts)
        caution = showsDrawings(m_document) ? m_facts->cautionOfDrawings : m_facts->caution;
    m_tracks.predictions.setCaution(caution ? caution->sentence : QString());
    const engine::FeatureMatrix& labels = m_document.labels().rows.features;
    const auto column
        = m_outputs.empty() ? std::nullopt : labelColumn(m_outputs.front().name, m_document.labels().names);
    std::vector<float> importance(m_document.words().texts.size(), std::nanf(""));
    const bool mayBeWords = m_prediction.input().mayBeWords();
    for (std::size_t i = 0; i < m_prediction.segments().size(); ++i) {
        widgets::PredictionTrack::Segment segment{m_prediction.segments()[i], std::nullopt, std::nullopt, {}};
        if (m_learnt && m_learnt->areOthers() && !m_outputs.empty()) {
            const double label = m_learnt->of({m_outputs.front()}, m_document.video().id.toStdString(),
                                              segment.interval.start)[0];
            segment.label = std::isnan(label) ? std::nullopt : std::optional(label);
        } else if (i < labels.rows && column && *column < labels.columns
                   && !std::isnan(labels.at(i, *column)))
            segment.label = m_outputs.front().labelled(static_cast<double>(labels.at(i, *column)));
        if (const LivePrediction::Answer* answer = m_prediction.answer(i);
            answer && !answer->prediction.values.empty()) {
            segment.prediction = answer->prediction.values.front();
            const auto [first, last] = engine::wordsOf(segment.interval, m_document.words().intervals);
            const engine::FeatureMatrix& steps = answer->prediction.wordImportance;
            const bool areWords = mayBeWords && steps.rows == last - first;
            for (std::size_t word = first; areWords && word < last; ++word)
                importance[word] = steps.at(word - first, 0);
            if (mayBeWords)
                segment.running = runningOf(
                    answer->prediction, std::span(m_document.words().intervals).subspan(first, last - first));
        }
        segments.push_back(segment);
    }
    m_tracks.predictions.setSegments(std::move(segments));
    m_tracks.words.setImportance(std::move(importance));
    showStrip();
    emit shown();
}

/// The display that was chosen, if this model has it.
const engine::DisplayCard* PredictionTracks::stripCard() const
{
    const auto& model = m_client.model();
    if (!model)
        return nullptr;
    const auto card = std::ranges::find(model->displays, m_tracks.words.display().toStdString(),
                                        &engine::DisplayCard::output);
    return card != model->displays.end() && widgets::canStandUnderWords(*card) ? &*card : nullptr;
}

void PredictionTracks::showStrip()
{
    const engine::DisplayCard* card = stripCard();
    if (!card || !m_prediction.input().mayBeWords()) {
        m_tracks.words.setStrip({});
        return;
    }
    widgets::WordStrip strip;
    strip.name = widgets::displayTitle(card->title);
    if (card->axes.size() == 1)
        strip.parts = {std::nullopt};
    else
        std::ranges::transform(card->labels.back(), std::back_inserter(strip.parts), widgets::modalityNamed);
    strip.values.assign(m_document.words().texts.size() * strip.parts.size(), std::nanf(""));
    for (std::size_t i = 0; i < m_prediction.segments().size(); ++i) {
        const LivePrediction::Answer* answer = m_prediction.answer(i);
        if (!answer || strip.parts.empty())
            continue;
        const auto output = answer->prediction.outputs.find(card->output);
        const auto [first, last] = engine::wordsOf(m_prediction.segments()[i], m_document.words().intervals);
        if (output != answer->prediction.outputs.end() && first < last)
            fill(strip, *card, output->second, first, last - first);
    }
    m_tracks.words.setStrip(std::move(strip));
}

void PredictionTracks::showUnderWords(const QString& output)
{
    m_tracks.words.wishStrip(output);
}

}
