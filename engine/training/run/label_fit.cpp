#include "engine/training/run/label_fit.h"

#include "engine/core/error.h"
#include "engine/core/segment_id.h"
#include "engine/models/networks/network_registry.h"
#include "engine/models/serving/model_file.h"
#include "engine/models/weights.h"
#include "engine/training/run/segment_tensors.h"
#include "engine/training/run/span_scores.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <set>

namespace engine {

namespace {

/// A segment that has a label, and what the model says of it.
struct LabelledAnswer {
    std::string video;
    double said = 0.0;
    double label = 0.0;
};

struct Line {
    double scale = 1.0;
    double offset = 0.0;
};

/// Without the answers of one video. Where all say the same, only the offset is known.
Line lineThrough(const std::vector<LabelledAnswer>& answers, const std::string& without)
{
    double count = 0.0, said = 0.0, label = 0.0;
    for (const LabelledAnswer& answer : answers) {
        if (answer.video == without)
            continue;
        count += 1.0;
        said += answer.said;
        label += answer.label;
    }
    said /= count;
    label /= count;
    double spread = 0.0, together = 0.0;
    for (const LabelledAnswer& answer : answers) {
        if (answer.video == without)
            continue;
        spread += (answer.said - said) * (answer.said - said);
        together += (answer.said - said) * (answer.label - label);
    }
    const double scale = spread > 0.0 ? together / spread : 1.0;
    return {scale, label - scale * said};
}

/// Of the label that is called as the output; of data that name none, their only one is the first output's.
std::optional<std::size_t> columnOf(const std::string& name, std::size_t output, const FeatureData& data,
                                    std::size_t columns)
{
    if (data.labelNames.empty())
        return output == 0 && columns == 1 ? std::optional<std::size_t>(0) : std::nullopt;
    const auto found = std::ranges::find(data.labelNames, name);
    const auto place = static_cast<std::size_t>(found - data.labelNames.begin());
    return found == data.labelNames.end() || place >= columns ? std::nullopt : std::optional(place);
}

OutputFit fitOf(const std::string& name, const std::vector<LabelledAnswer>& answers)
{
    OutputFit fit{name, answers.size()};
    std::set<std::string> videos;
    for (const LabelledAnswer& answer : answers)
        videos.insert(answer.video);
    if (answers.size() < kLeastFitLabels || videos.size() < 2)
        return fit;
    const auto count = static_cast<double>(answers.size());
    for (const LabelledAnswer& answer : answers) {
        const Line others = lineThrough(answers, answer.video);
        fit.errorBefore += std::abs(answer.said - answer.label) / count;
        fit.errorHeldOut += std::abs(others.scale * answer.said + others.offset - answer.label) / count;
    }
    fit.isKept = fit.errorHeldOut < fit.errorBefore;
    if (fit.isKept) {
        const Line all = lineThrough(answers, {});
        fit.scale = all.scale;
        fit.offset = all.offset;
    }
    return fit;
}

}

std::vector<OutputFit> fitToLabels(const Scorer& scorer, const FeatureData& data)
{
    if (!asksParts(scorer.card()))
        throw FormatError("bad_config", scorer.card().name,
                          "is trained; only a model of parts, such as ready, is fitted to labels");
    const FoldData all = pooled(data);
    const FeatureMatrix said = scorer.predict(all, data.isUtteranceLevel, scorer.card().modalities);
    const std::vector<LabelCard>& labels = scorer.card().labels;
    std::vector<OutputFit> fits;
    std::size_t most = 0;
    for (std::size_t output = 0; output < labels.size(); ++output) {
        std::vector<LabelledAnswer> answers;
        const std::optional<std::size_t> column
            = columnOf(labels[output].name, output, data, all.labels.columns);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (column && std::isfinite(all.labels.at(i, *column)))
                answers.push_back({videoOfSegment(all.ids[i]), static_cast<double>(said.at(i, output)),
                                   static_cast<double>(all.labels.at(i, *column))});
        }
        fits.push_back(fitOf(labels[output].name, answers));
        most = std::max(most, answers.size());
    }
    if (std::ranges::none_of(fits, [](const OutputFit& fit) { return fit.errorBefore > 0.0; }))
        throw FormatError(
            "few_labels", data.source,
            fmt::format("has at most {} labels of an output; {} in two videos or more are needed", most,
                        kLeastFitLabels));
    return fits;
}

TrainedModel fittedModel(const Scorer& scorer, const std::vector<OutputFit>& fits)
{
    TrainedModel fitted{createNetwork(scorer.card().architecture), scorer.card()};
    loadState(*fitted.model, stateOf(*scorer.trained().model), scorer.card().name);
    const NamedTensors state = stateOf(*fitted.model);
    nlohmann::json told = nlohmann::json::array();
    std::size_t labels = 0;
    for (std::size_t output = 0; output < fits.size(); ++output) {
        const OutputFit& fit = fits[output];
        const auto place = static_cast<std::int64_t>(output);
        torch::Tensor scale = state.at("scale"), offset = state.at("offset");
        offset[place] = offset[place] * fit.scale + fit.offset;
        scale[place] = scale[place] * fit.scale;
        if (!fit.isKept)
            continue;
        labels = std::max(labels, fit.labels);
        told.push_back({{"name", fit.name},
                        {"labels", fit.labels},
                        {"scale", fit.scale},
                        {"offset", fit.offset},
                        {"error_before", fit.errorBefore},
                        {"error_held_out", fit.errorHeldOut}});
    }
    fitted.card.name = fmt::format("Ready, fitted to {} own labels", labels);
    fitted.card.training["fitted_on"] = told;
    fitted.model->eval();
    return fitted;
}

}
