#include "engine/training/evaluate.h"

#include "engine/core/error.h"

#include <algorithm>

namespace engine {

std::vector<float> truthsOf(const LabelledSegment& segment, std::span<const LabelCard> labels)
{
    std::vector<float> truths;
    for (const LabelCard& label : labels) {
        if (label.column >= segment.labels.size())
            throw ShapeError("wrong_labels",
                             segment.id + ": has " + std::to_string(segment.labels.size()) + " labels, but "
                                 + label.name + " should be in column " + std::to_string(label.column) + '.');
        truths.push_back(segment.labels[label.column]);
    }
    return truths;
}

FeatureMatrix predictAll(const Predictor& predictor, std::span<const LabelledSegment> segments,
                         EnabledModalities enabled, const RunContext& run)
{
    FeatureMatrix predictions(segments.size(), predictor.card().labels.size());
    for (std::size_t i = 0; i < segments.size(); ++i) {
        run.tick(i, segments.size());
        try {
            const Prediction prediction = predictor.predict({i, segments[i].input, enabled, false});
            std::ranges::copy(prediction.values, predictions.row(i).begin());
        } catch (const ShapeError& error) {
            throw ShapeError(error.code(), segments[i].id + ": " + error.what());
        }
    }
    return predictions;
}

Report evaluate(const Predictor& predictor, const std::string& fold,
                std::span<const LabelledSegment> segments, EnabledModalities enabled, const RunContext& run)
{
    Report report;
    if (segments.empty())
        return report;
    const FeatureMatrix predictions = predictAll(predictor, segments, enabled, run);
    for (std::size_t output = 0; output < predictions.columns; ++output) {
        const LabelCard& label = predictor.card().labels[output];
        std::vector<double> predicted, truths;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            predicted.push_back(static_cast<double>(predictions.at(i, output)));
            truths.push_back(static_cast<double>(truthsOf(segments[i], std::span(&label, 1)).front()));
        }
        report.push_back({fold, describe(enabled), label.name, scoreRegression(predicted, truths)});
    }
    return report;
}

}
