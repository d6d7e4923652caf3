// What the model says of each word, under the words.
#include "app/main_window/timeline_panel.h"
#include "app/session/session.h"
#include "widgets/predict/display_table.h"
#include "widgets/predict/display_words.h"
#include "widgets/tracks/prediction_track.h"
#include "widgets/tracks/words_track.h"

#include <algorithm>
#include <cmath>

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

}

void TimelinePanel::showModel()
{
    const auto& model = m_session.modelsClient().model();
    m_predictions->setModelName(model ? QString::fromStdString(model->name) : QString());
    m_outputs = model ? modelOutputs(*model) : std::vector<widgets::PredictPanel::Output>();
    if (!m_outputs.empty())
        m_predictions->setScale(m_outputs.front().low, m_outputs.front().high);
    std::vector<widgets::StripChoice> choices;
    for (const engine::DisplayCard& card : model ? model->displays : std::vector<engine::DisplayCard>()) {
        if (widgets::canStandUnderWords(card))
            choices.push_back({QString::fromStdString(card.output), widgets::displayTitle(card.title)});
    }
    m_words->setStripChoices(std::move(choices));
    m_predictionsTimer.start();
}

/// The display that was chosen, if this model has it.
const engine::DisplayCard* TimelinePanel::stripCard() const
{
    const auto& model = m_session.modelsClient().model();
    if (!model)
        return nullptr;
    const auto card
        = std::ranges::find(model->displays, m_words->display().toStdString(), &engine::DisplayCard::output);
    return card != model->displays.end() && widgets::canStandUnderWords(*card) ? &*card : nullptr;
}

void TimelinePanel::showStrip()
{
    const engine::DisplayCard* card = stripCard();
    if (!card) {
        m_words->setStrip({});
        return;
    }
    const Document& document = m_session.document();
    const LivePrediction& prediction = m_session.prediction();
    widgets::WordStrip strip;
    strip.name = widgets::displayTitle(card->title);
    if (card->axes.size() == 1)
        strip.parts = {std::nullopt};
    else
        std::ranges::transform(card->labels.back(), std::back_inserter(strip.parts), widgets::modalityNamed);
    strip.values.assign(document.words().texts.size() * strip.parts.size(), std::nanf(""));
    for (std::size_t i = 0; i < prediction.segments().size(); ++i) {
        const LivePrediction::Answer* answer = prediction.answer(i);
        if (!answer || strip.parts.empty())
            continue;
        const auto output = answer->prediction.outputs.find(card->output);
        const auto [first, last] = engine::wordsOf(prediction.segments()[i], document.words().intervals);
        if (output != answer->prediction.outputs.end() && first < last)
            fill(strip, *card, output->second, first, last - first);
    }
    m_words->setStrip(std::move(strip));
}

void TimelinePanel::showUnderWords(const QString& output)
{
    m_words->wishStrip(output);
}

}
