#include "engine/training/run/watched_figure.h"

#include "engine/core/error.h"
#include "engine/models/serving/output_scores.h"
#include "engine/training/figures/scores.h"

#include <algorithm>

namespace engine {

namespace {

/// The figure's name in the report, for names that are short for the usual one of a task.
std::string figureName(const std::string& name, Task task)
{
    const bool isScores = task == Task::Regression || task == Task::Traits;
    if (name == "acc")
        return task == Task::Binary  ? "acc2"
            : task == Task::Emotions ? "binary_accuracy"
            : task == Task::Traits   ? "acc7_scale"
            : isScores               ? "acc2_non0"
                                     : "acc";
    return name == "f1" && task == Task::Regression ? "f1_non0" : name;
}

}

std::function<double(const torch::Tensor&)> watchedFigure(const ModelCard& card,
                                                          const TrainingSettings& training, double threshold,
                                                          const FeatureMatrix& truths)
{
    if (training.validation == "loss")
        return {};
    const Task task = taskFromName(card.task);
    const std::string name = figureName(training.validation, task);
    const auto figure = [card, task, name, truths, threshold](const torch::Tensor& outputs) {
        FeatureMatrix scores(truths.rows, truths.columns);
        const torch::Tensor values = scoresOf(outputs, card).to(torch::kCPU).contiguous();
        std::copy_n(values.data_ptr<float>(), values.numel(), scores.values.begin());
        const ReportRow all = scoreFold("valid", {}, task, card.labels, scores, truths, threshold).back();
        return std::pair(all, all.metric(name).value_or(-1.0));
    };
    const ReportRow row = figure(torch::zeros({static_cast<std::int64_t>(truths.rows),
                                               static_cast<std::int64_t>(truths.columns)}))
                              .first;
    if (std::ranges::find(row.metrics, name, &Metric::name) == row.metrics.end())
        throw FormatError("bad_config", "training.validation",
                          name + " is no figure of the task " + card.task);
    const double sign = training.watchesLess() ? 1.0 : -1.0;
    return [figure, sign](const torch::Tensor& outputs) { return sign * figure(outputs).second; };
}

}
