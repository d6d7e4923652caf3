#include "engine/cli/models_predictions.h"

#include "engine/core/error.h"
#include "engine/core/text_file.h"
#include "engine/npz/npz_writer.h"
#include "engine/training/task.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

/// What the data say of each of the model's outputs; none where they say nothing of it.
std::vector<std::optional<float>> truthsOf(const SegmentPrediction& segment, const ModelCard& card)
{
    std::vector<std::optional<float>> truths(card.labels.size());
    if (card.task == name(Task::Classes) && segment.labels.size() == 1) { // the number of its class
        FoldData fold;
        fold.name = segment.fold;
        fold.ids = {segment.id};
        fold.labels = FeatureMatrix(1, 1);
        fold.labels.values = segment.labels;
        const FeatureMatrix row = truthsOf(fold, card.labels, Task::Classes);
        std::ranges::copy(row.values, truths.begin());
        return truths;
    }
    for (std::size_t i = 0; i < truths.size(); ++i) {
        if (card.labels[i].column < segment.labels.size())
            truths[i] = segment.labels[card.labels[i].column];
    }
    return truths;
}

/// The segment's labels by the names of the model's outputs; null when it has none.
nlohmann::json labelsOf(const SegmentPrediction& segment, const ModelCard& card)
{
    nlohmann::json labels;
    const auto truths = truthsOf(segment, card);
    for (std::size_t i = 0; i < truths.size(); ++i) {
        if (truths[i])
            labels[card.labels[i].name] = *truths[i];
    }
    return labels;
}

nlohmann::json toJson(const SegmentPrediction& segment, const ModelCard& card)
{
    nlohmann::json scores = nlohmann::json::object();
    for (std::size_t i = 0; i < segment.scores.size(); ++i)
        scores[card.labels[i].name] = segment.scores[i];
    nlohmann::json object{{"id", segment.id}, {"scores", scores}, {"labels", labelsOf(segment, card)}};
    if (!segment.fold.empty())
        object["fold"] = segment.fold;
    if (segment.interval) {
        object["start"] = segment.interval->start;
        object["end"] = segment.interval->end;
    }
    return object;
}

std::string csvOf(const std::vector<SegmentPrediction>& predictions, const ModelCard& card)
{
    std::string text = "id,fold";
    for (const LabelCard& label : card.labels)
        text += "," + tableCell(label.name);
    for (const LabelCard& label : card.labels)
        text += "," + tableCell("true_" + label.name);
    text += "\n";
    for (const SegmentPrediction& segment : predictions) {
        text += tableCell(segment.id) + "," + segment.fold;
        for (const float score : segment.scores)
            text += fmt::format(",{}", score);
        for (const std::optional<float> truth : truthsOf(segment, card))
            text += truth ? fmt::format(",{}", *truth) : ",";
        text += "\n";
    }
    return text;
}

void writeNpz(const std::filesystem::path& path, const std::vector<SegmentPrediction>& predictions)
{
    FeatureArray ids{ElementType::Text, {predictions.size()}, std::vector<std::string>()};
    FeatureArray folds = ids;
    std::vector<float> scores, labels;
    for (const SegmentPrediction& segment : predictions) {
        std::get<std::vector<std::string>>(ids.values).push_back(segment.id);
        std::get<std::vector<std::string>>(folds.values).push_back(segment.fold);
        scores.insert(scores.end(), segment.scores.begin(), segment.scores.end());
        labels.insert(labels.end(), segment.labels.begin(), segment.labels.end());
    }
    const std::size_t count = predictions.size();
    NpzWriter file(path);
    file.create("ids", ElementType::Text, {}, /*characters=*/true);
    file.append("ids", ids);
    file.create("folds", ElementType::Text, {}, /*characters=*/true);
    file.append("folds", folds);
    file.create("predictions", ElementType::Float32, {scores.size() / count});
    file.append("predictions", {ElementType::Float32, {count, scores.size() / count}, scores});
    if (labels.size() == count * predictions.front().labels.size()) {
        file.create("labels", ElementType::Float32, {labels.size() / count});
        file.append("labels", {ElementType::Float32, {count, labels.size() / count}, labels});
    }
    file.close();
}

}

void printPredictions(const std::vector<SegmentPrediction>& predictions, const ModelCard& card, bool json)
{
    if (json) {
        nlohmann::json rows = nlohmann::json::array();
        for (const SegmentPrediction& segment : predictions)
            rows.push_back(toJson(segment, card));
        fmt::print("{}\n", rows.dump(2));
        return;
    }
    fmt::print("{:<20} {:>9} {:>9}", "segment", "start", "end");
    for (const LabelCard& label : card.labels)
        fmt::print(" {:>10}", label.name);
    fmt::print("\n");
    for (const SegmentPrediction& segment : predictions) {
        const auto time = [&](double Interval::*side) {
            return segment.interval ? fmt::format("{:.3f}", *segment.interval.*side) : std::string("–");
        };
        fmt::print("{:<20} {:>9} {:>9}", segment.id, time(&Interval::start), time(&Interval::end));
        for (const float score : segment.scores)
            fmt::print(" {:>10.3f}", score);
        fmt::print("\n");
    }
}

void writePredictions(const std::filesystem::path& path, const std::vector<SegmentPrediction>& predictions,
                      const ModelCard& card)
{
    if (path.extension() == ".npz")
        writeNpz(path, predictions);
    else if (path.extension() == ".csv")
        writeTextFile(path, csvOf(predictions, card)).commit();
    else
        throw FormatError("bad_ending", path.string(), "ends neither with .csv nor with .npz");
}

}
