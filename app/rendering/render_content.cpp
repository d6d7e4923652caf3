#include "app/rendering/render_content.h"

#include "app/document/document.h"
#include "app/models_client/models_client.h"
#include "app/prediction/answer_caution.h"
#include "app/prediction/live_prediction.h"
#include "app/prediction/model_list.h"
#include "app/prediction/model_outputs.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

/// A segment's labels as doubles; none where the segments are no labelled ones.
std::vector<double> labelsOfSegment(const Document& document, std::size_t segment)
{
    const engine::FeatureMatrix& rows = document.labels().rows.features;
    std::vector<double> values;
    for (std::size_t column = 0; segment < rows.rows && column < rows.columns; ++column)
        values.push_back(static_cast<double>(rows.at(segment, column)));
    return values;
}

QString cautionOfModel(const Document& document, const engine::ModelInfo& model)
{
    const auto file = modelFileOf(model);
    if (!file)
        return {};
    const auto& caution = showsDrawings(document) ? file->cautionOfDrawings : file->caution;
    return caution ? caution->sentence : QString();
}

}

const widgets::AnswerCard* RenderContent::cardAt(double seconds) const
{
    if (answers.empty())
        return nullptr;
    const auto next = std::ranges::upper_bound(answers, seconds, {},
                                               [](const Answer& answer) { return answer.span.start; });
    if (next == answers.begin() || seconds >= std::prev(next)->span.end)
        return &between;
    return &std::prev(next)->card;
}

RenderContent renderContent(const Document& document, const LivePrediction& prediction,
                            const ModelsClient& client, bool withAnswers, bool withWords)
{
    RenderContent content;
    if (!document.hasVideo())
        return content;
    const Sight sight = document.sight().now();
    if (withWords && sight.words)
        content.subtitles = widgets::Subtitles(document.words());
    if (!withAnswers || !sight.predictions || !client.model())
        return content;
    const auto outputs = modelOutputs(*client.model());
    content.between.model = QString::fromStdString(client.model()->name);
    content.between.areStrengths = areStrengths(outputs);
    const QString caution = cautionOfModel(document, *client.model());
    for (std::size_t i = 0; i < prediction.segments().size(); ++i) {
        RenderContent::Answer answer{prediction.segments()[i], content.between};
        answer.card.caution = caution;
        const LivePrediction::Answer* said = prediction.answer(i);
        const std::vector<double> labels = sight.labels
            ? labelsOfOutputs(outputs, document.labels().names, labelsOfSegment(document, i))
            : std::vector<double>();
        for (std::size_t output = 0; output < outputs.size(); ++output) {
            widgets::AnswerCard::Value value{outputs[output].name, outputs[output].low, outputs[output].high,
                                             std::nullopt, std::nullopt};
            if (said && output < said->prediction.values.size())
                value.answer = static_cast<double>(said->prediction.values[output]);
            if (output < labels.size() && !std::isnan(labels[output]))
                value.label = labels[output];
            answer.card.values.push_back(value);
        }
        content.answers.push_back(std::move(answer));
    }
    std::ranges::sort(content.answers, {},
                      [](const RenderContent::Answer& answer) { return answer.span.start; });
    return content;
}

}
