#include "engine/cli/polylogue_models/models_predictions.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/terminal_text.h"
#include "engine/core/text_file.h"
#include "engine/npz/npz_writer.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <map>

namespace engine {

namespace {

/// What the data say of each of the model's outputs; none where they say nothing of it.
std::vector<std::optional<float>> truthsOf(const SegmentPrediction& segment, const Predictions& predictions)
{
    std::vector<std::optional<float>> truths(predictions.labels.size());
    if (predictions.task == Task::Classes && segment.labels.size() == 1) { // the number of its class
        FoldData fold;
        fold.name = segment.fold;
        fold.ids = {segment.id};
        fold.labels = FeatureMatrix(1, 1);
        fold.labels.values = segment.labels;
        const FeatureMatrix row = truthsOf(fold, predictions.labels, Task::Classes);
        std::ranges::copy(row.values, truths.begin());
        return truths;
    }
    for (std::size_t i = 0; i < truths.size(); ++i) {
        if (predictions.labels[i].column < segment.labels.size())
            truths[i] = segment.labels[predictions.labels[i].column];
    }
    return truths;
}

/// The segment's labels by the names of the model's outputs; null when it has none.
nlohmann::json labelsOf(const SegmentPrediction& segment, const Predictions& predictions)
{
    nlohmann::json labels;
    const auto truths = truthsOf(segment, predictions);
    for (std::size_t i = 0; i < truths.size(); ++i) {
        if (truths[i])
            labels[predictions.labels[i].name] = *truths[i];
    }
    return labels;
}

nlohmann::json toJson(const SegmentPrediction& segment, const Predictions& predictions)
{
    nlohmann::json scores = nlohmann::json::object();
    for (std::size_t i = 0; i < segment.scores.size(); ++i)
        scores[predictions.labels[i].name] = segment.scores[i];
    nlohmann::json object{{"id", segment.id}, {"scores", scores}, {"labels", labelsOf(segment, predictions)}};
    if (!segment.fold.empty())
        object["fold"] = segment.fold;
    if (!segment.about.empty()) {
        object["about"] = segment.about;
        object["participant"] = segment.participant;
    }
    if (segment.about == "listening")
        object["learnt_from"] = segment.isLearntFromSpeakers ? "speakers" : "listeners";
    if (segment.attends) {
        object["attends"] = nlohmann::json::array();
        for (const auto& [id, weight] : *segment.attends)
            object["attends"].push_back({{"id", id}, {"weight", weight}});
    }
    if (segment.interval) {
        object["start"] = segment.interval->start;
        object["end"] = segment.interval->end;
    }
    return object;
}

bool ofConversations(const std::vector<SegmentPrediction>& segments)
{
    return std::ranges::any_of(segments,
                               [](const SegmentPrediction& segment) { return !segment.about.empty(); });
}

void writeTexts(NpzWriter& file, const std::string& name, const std::vector<SegmentPrediction>& segments,
                std::string SegmentPrediction::*member)
{
    FeatureArray texts{ElementType::Text, {segments.size()}, std::vector<std::string>()};
    for (const SegmentPrediction& segment : segments)
        std::get<std::vector<std::string>>(texts.values).push_back(segment.*member);
    file.create(name, ElementType::Text, {}, /*characters=*/true);
    file.append(name, texts);
}

std::string csvOf(const Predictions& predictions, bool guardsCells)
{
    const bool areTurns = ofConversations(predictions.segments);
    std::string text = areTurns ? "id,fold,about,participant" : "id,fold";
    for (const LabelCard& label : predictions.labels)
        text += "," + tableCell(guardedCell(label.name, guardsCells));
    for (const LabelCard& label : predictions.labels)
        text += "," + tableCell("true_" + label.name);
    text += "\n";
    for (const SegmentPrediction& segment : predictions.segments) {
        text += tableCell(guardedCell(segment.id, guardsCells)) + "," + segment.fold;
        if (areTurns)
            text += "," + segment.about + "," + tableCell(guardedCell(segment.participant, guardsCells));
        for (const float score : segment.scores)
            text += fmt::format(",{}", score);
        for (const std::optional<float> truth : truthsOf(segment, predictions))
            text += truth ? fmt::format(",{}", *truth) : ",";
        text += "\n";
    }
    return text;
}

void writeNpz(const std::filesystem::path& path, const std::vector<SegmentPrediction>& segments)
{
    std::vector<float> scores, labels;
    for (const SegmentPrediction& segment : segments) {
        scores.insert(scores.end(), segment.scores.begin(), segment.scores.end());
        labels.insert(labels.end(), segment.labels.begin(), segment.labels.end());
    }
    const std::size_t count = segments.size();
    NpzWriter file(path);
    writeTexts(file, "ids", segments, &SegmentPrediction::id);
    writeTexts(file, "folds", segments, &SegmentPrediction::fold);
    if (ofConversations(segments)) {
        writeTexts(file, "about", segments, &SegmentPrediction::about);
        writeTexts(file, "participant", segments, &SegmentPrediction::participant);
    }
    file.create("predictions", ElementType::Float32, {scores.size() / count});
    file.append("predictions", {ElementType::Float32, {count, scores.size() / count}, scores});
    if (labels.size() == count * segments.front().labels.size()) {
        file.create("labels", ElementType::Float32, {labels.size() / count});
        file.append("labels", {ElementType::Float32, {count, labels.size() / count}, labels});
    }
    file.close();
}

}

std::vector<FoldTruths> truthsOf(const Predictions& predictions)
{
    std::map<std::string, FoldTruths> folds;
    for (const SegmentPrediction& segment : predictions.segments) {
        if (segment.labels.empty() || predictions.task == Task::Classes)
            continue;
        FoldTruths& fold = folds.try_emplace(segment.fold, FoldTruths{segment.fold, {}, {}}).first->second;
        fold.ids.push_back(segment.id);
        for (const std::optional<float> truth : truthsOf(segment, predictions))
            fold.labels.values.push_back(truth.value_or(std::numeric_limits<float>::quiet_NaN()));
        fold.labels.columns = predictions.labels.size();
        ++fold.labels.rows;
    }
    std::vector<FoldTruths> truths;
    for (auto& [name, fold] : folds)
        truths.push_back(std::move(fold));
    return truths;
}

void printPredictions(const Predictions& predictions, bool json)
{
    if (json) {
        nlohmann::json rows = nlohmann::json::array();
        for (const SegmentPrediction& segment : predictions.segments)
            rows.push_back(toJson(segment, predictions));
        fmt::print("{}\n", jsonText(rows, 2));
        return;
    }
    fmt::print("{:<20} {:>9} {:>9}", "segment", "start", "end");
    for (const LabelCard& label : predictions.labels)
        fmt::print(" {:>10}", terminalText(label.name));
    fmt::print("\n");
    for (const SegmentPrediction& segment : predictions.segments) {
        const auto time = [&](double Interval::*side) {
            return segment.interval ? fmt::format("{:.3f}", *segment.interval.*side) : std::string("–");
        };
        const std::string who = segment.about == "listening" ? " (" + segment.participant + " listens)" : "";
        fmt::print("{:<20} {:>9} {:>9}", terminalText(segment.id + who), time(&Interval::start),
                   time(&Interval::end));
        for (const float score : segment.scores)
            fmt::print(" {:>10.3f}", score);
        fmt::print("\n");
    }
}

void writePredictions(const std::filesystem::path& path, const Predictions& predictions, bool guardsCells)
{
    if (path.extension() == ".npz")
        writeNpz(path, predictions.segments);
    else if (path.extension() == ".csv")
        writeTextFile(path, csvOf(predictions, guardsCells)).commit();
    else
        throw FormatError("bad_ending", path.string(), "ends neither with .csv nor with .npz");
}

}
