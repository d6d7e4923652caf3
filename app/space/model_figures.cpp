#include "app/space/model_figures.h"

#include "widgets/space/graph_panel.h"
#include "widgets/space/space_views.h"
#include "widgets/space/tensor_panel.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr auto kTensorModel = "TFN";
constexpr auto kGraphModel = "GraphMFN";
constexpr std::array kVectors{"h_a", "h_v", "h_l"}; // whose outer product is the tensor: sound, vision, text

/// Says in place of a figure what is missing, and offers a model that shows it.
void tell(widgets::SpaceFrame& frame, const QString& sentence, const QString& architecture,
          const ModelShown& shown)
{
    const bool isOffered = !architecture.isEmpty() && shown.offered.contains(architecture);
    frame.setMessage(sentence,
                     isOffered ? ModelFigures::tr("Predict with a model of the class %1").arg(architecture)
                               : QString());
}

/// Why nothing comes, where the model does show this.
QString whyNothing(const ModelShown& shown)
{
    return shown.why.isEmpty() ? ModelFigures::tr("The model is asked about this segment…") : shown.why;
}

bool shows(const ModelShown& shown, const char* output)
{
    return std::ranges::any_of(shown.cards,
                               [&](const engine::DisplayCard& card) { return card.output == output; });
}

/// The card of a graph that changes from word to word; null: the model has none.
const engine::DisplayCard* graphCard(const ModelShown& shown)
{
    const auto found = std::ranges::find_if(shown.cards, [](const engine::DisplayCard& card) {
        return card.axes == std::vector<std::string>{"step", "edge"} && card.labels.size() == 2;
    });
    return found == shown.cards.end() ? nullptr : &*found;
}

/// The graph at a word; absent: its mean over all.
widgets::FusionGraphShown graphAt(const engine::DisplayCard& card, const engine::Tensor& values,
                                  std::optional<std::size_t> word)
{
    widgets::FusionGraphShown graph;
    const std::vector<std::string>& names = card.labels[1];
    const std::size_t steps = names.empty() ? 0 : values.values.size() / names.size();
    if (steps == 0)
        return graph;
    const bool isSigned = card.scale == engine::DisplayScale::Signed;
    float greatest = 0;
    for (const float value : values.values)
        greatest = std::isfinite(value) ? std::max(greatest, std::abs(value)) : greatest;
    graph.greatest = card.scale == engine::DisplayScale::Gate ? 1 : greatest;
    graph.least = isSigned ? -graph.greatest : 0;
    for (std::size_t edge = 0; edge < names.size(); ++edge) {
        const QString name = QString::fromStdString(names[edge]);
        float value = 0;
        const bool isStep = word && *word < steps;
        for (std::size_t step = isStep ? *word : 0; step < (isStep ? *word + 1 : steps); ++step)
            value += values.values[step * names.size() + edge] / static_cast<float>(isStep ? 1 : steps);
        graph.edges.push_back({name.section(u'>', 0, 0), name.section(u'>', 1), value});
    }
    return graph;
}

}

ModelFigures::ModelFigures(widgets::SpaceViews& views) : QObject(&views), m_views(views)
{
    connect(&views.tensor(), &widgets::SpaceFrame::stepWished, this,
            [this] { emit modelWished(QLatin1String(kTensorModel)); });
    connect(&views.graph(), &widgets::SpaceFrame::stepWished, this,
            [this] { emit modelWished(QLatin1String(kGraphModel)); });
}

void ModelFigures::show(const ModelShown& shown)
{
    showTensor(shown);
    showGraph(shown);
}

void ModelFigures::showTensor(const ModelShown& shown)
{
    widgets::TensorPanel& panel = m_views.tensor();
    const auto vectorOf = [&](const char* output) {
        const auto found = shown.outputs.find(output);
        return found == shown.outputs.end() ? std::vector<float>() : found->second.values;
    };
    if (!std::ranges::all_of(kVectors, [&](const char* output) { return shows(shown, output); })) {
        panel.setTensor({}, {}, true);
        tell(panel,
             shown.model.isEmpty()
                 ? tr("The fusion tensor is shown of models of the class TFN; none predicts yet.")
                 : tr("“%1” has no fusion tensor: models of the class TFN have one.").arg(shown.model),
             QLatin1String(kTensorModel), shown);
        return;
    }
    const std::vector<float> sound = vectorOf(kVectors[0]);
    const std::vector<float> vision = vectorOf(kVectors[1]);
    const std::vector<float> text = vectorOf(kVectors[2]);
    if (!shown.hasAnswer || sound.empty() || vision.empty() || text.empty()) {
        panel.setTensor({}, {}, true);
        tell(panel, whyNothing(shown), {}, shown);
        return;
    }
    panel.setTensor(widgets::FusionTensor(sound, vision, text), shown.segment, shown.isCurrent);
    panel.setMessage({});
}

void ModelFigures::showGraph(const ModelShown& shown)
{
    widgets::GraphPanel& panel = m_views.graph();
    const engine::DisplayCard* card = graphCard(shown);
    const auto values = card ? shown.outputs.find(card->output) : shown.outputs.end();
    if (!card) {
        panel.setGraph({}, {}, true);
        tell(panel,
             shown.model.isEmpty()
                 ? tr("The fusion graph is shown of models of the class GraphMFN; none predicts yet.")
                 : tr("“%1” has no fusion graph: models of the class GraphMFN have one.").arg(shown.model),
             QLatin1String(kGraphModel), shown);
        return;
    }
    if (!shown.hasAnswer || values == shown.outputs.end()) {
        panel.setGraph({}, {}, true);
        tell(panel, whyNothing(shown), {}, shown);
        return;
    }
    const bool isWord = shown.word.has_value();
    QString title = tr("%1, mean over its words").arg(shown.segment);
    if (isWord) {
        const auto word = static_cast<qsizetype>(*shown.word);
        title = word < shown.words.size() ? tr("at “%1”, %2").arg(shown.words[word], shown.segment)
                                          : tr("at word %1, %2").arg(word + 1).arg(shown.segment);
    }
    panel.setGraph(graphAt(*card, values->second, shown.word), title, shown.isCurrent);
    panel.setMessage({});
}

}
