#include "engine/cli/polylogue_models/models_comparison.h"

#include "engine/core/json_text.h"
#include "engine/core/segment_id.h"
#include "engine/core/terminal_text.h"
#include "engine/core/text_file.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

namespace engine {

namespace {

/// A, B, C…; behind the last model stands their mean.
std::string letterOf(std::size_t model, std::size_t models)
{
    return model < models ? std::string(1, static_cast<char>('A' + model)) : "mean";
}

std::string numberText(const std::optional<double>& value)
{
    return value ? fmt::format("{:.3f}", *value) : "n/a";
}

std::string withInterval(const std::optional<double>& value, const std::optional<Interval>& interval)
{
    return numberText(value)
        + (interval ? fmt::format(" [{:.3f}, {:.3f}]", interval->start, interval->end) : "");
}

void printFigures(const ComparedPredictions& compared, const ModelComparison& result)
{
    const std::size_t models = compared.models.size();
    std::vector<std::vector<std::string>> lines{{"output", "figure"}};
    for (std::size_t model = 0; model < result.figures.front().models.size(); ++model) {
        lines.front().push_back(letterOf(model, models));
        if (model > 0)
            lines.front().push_back(letterOf(model, models) + " − A");
    }
    for (const ComparedFigure& figure : result.figures) {
        lines.push_back({terminalText(figure.output), figure.figure});
        for (std::size_t model = 0; model < figure.models.size(); ++model) {
            const ComparedFigure::Value& value = figure.models[model];
            lines.back().push_back(withInterval(value.value, value.interval));
            if (model > 0)
                lines.back().push_back(withInterval(value.difference, value.differenceInterval));
        }
    }
    std::vector<std::size_t> widths(lines.front().size());
    const auto widthOf = [](const std::string& cell) { // − takes three bytes and one place
        return static_cast<std::size_t>(
            std::ranges::count_if(cell, [](char byte) { return (byte & '\xC0') != '\x80'; }));
    };
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(line[i]));
    }
    for (const auto& line : lines) {
        std::string text;
        for (std::size_t i = 0; i < line.size(); ++i)
            text += line[i] + std::string(widths[i] - widthOf(line[i]) + 2, ' ');
        fmt::print("{}\n", text.substr(0, text.find_last_not_of(' ') + 1));
    }
}

/// Whether the intervals of differences tell what other seeds would give.
bool tellsOfSeeds(const ModelComparison& result)
{
    return !result.seeds.empty() && std::ranges::min(result.seeds) > 1;
}

/// Of two sides a line per output, by its first figure: what can be told.
void printVerdicts(const ModelComparison& result)
{
    if (result.seeds.empty())
        return;
    const std::size_t seeds = std::ranges::min(result.seeds);
    std::string output;
    for (const ComparedFigure& figure : result.figures) {
        if (figure.output == std::exchange(output, figure.output))
            continue;
        const ComparedFigure::Value& second = figure.models[1];
        if (!second.difference || !second.differenceInterval)
            continue;
        const Interval& interval = *second.differenceInterval;
        const std::string told = fmt::format("B − A is {:+.3f} {} [{:.3f}, {:.3f}]", *second.difference,
                                             figure.figure, interval.start, interval.end);
        const bool isApart = interval.start > 0.0 || interval.end < 0.0;
        if (*second.difference == 0.0 && interval.start == 0.0 && interval.end == 0.0)
            fmt::print(
                "\n{}: A and B gave the same: what differs between them changes nothing on these data\n",
                terminalText(figure.output));
        else if (tellsOfSeeds(result) && isApart)
            fmt::print("\n{}: {} is better, {}\n", terminalText(figure.output),
                       (*second.difference < 0.0) == (figure.figure == "mae") ? "B" : "A", told);
        else
            fmt::print("\n{}: {} seed{} a side cannot tell A from B; {}\n", terminalText(figure.output),
                       seeds, seeds == 1 ? "" : "s", told);
    }
}

nlohmann::json toJson(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json toJson(const std::optional<Interval>& interval)
{
    return interval ? nlohmann::json{interval->start, interval->end} : nlohmann::json();
}

nlohmann::json toJson(const ComparedFigure& figure, std::size_t models)
{
    nlohmann::json object{{"output", figure.output}, {"figure", figure.figure}};
    for (std::size_t model = 0; model < figure.models.size(); ++model) {
        const ComparedFigure::Value& value = figure.models[model];
        nlohmann::json one{{"value", toJson(value.value)}, {"interval", toJson(value.interval)}};
        if (model > 0) {
            one["difference"] = toJson(value.difference);
            one["difference_interval"] = toJson(value.differenceInterval);
        }
        if (value.deviation)
            one["deviation"] = *value.deviation;
        if (model < models)
            object["models"].push_back(one);
        else
            object["mean"] = one;
    }
    return object;
}

GroupDraws drawsOf(const ComparedPredictions& compared, std::uint64_t seed)
{
    std::vector<std::string> videos;
    std::ranges::transform(compared.ids, std::back_inserter(videos), videoOfSegment);
    return GroupDraws(videos, VideoDraws::kDraws, seed);
}

}

ModelComparison comparisonOf(const ComparedPredictions& compared, const std::string& fold, std::uint64_t seed)
{
    const GroupDraws draws = drawsOf(compared, seed);
    return {
        fold, draws.groups(), draws.size(), {}, comparedFigures(compared, draws), comparedSegments(compared)};
}

ModelComparison comparisonOfSides(const ComparedPredictions& compared, std::size_t firsts,
                                  const ComparedPredictions& means, const std::string& fold,
                                  std::uint64_t seed)
{
    const GroupDraws draws = drawsOf(compared, seed);
    return {fold,
            draws.groups(),
            draws.size(),
            {firsts, compared.models.size() - firsts},
            comparedSides(compared, firsts, draws, seed),
            comparedSegments(means)};
}

void printComparison(const ComparedPredictions& compared, const ModelComparison& result)
{
    const std::size_t models = compared.models.size();
    for (std::size_t model = 0; model < models; ++model)
        fmt::print("{}  {}\n", letterOf(model, models), terminalText(compared.models[model]));
    fmt::print("\n{} segments of {} videos, {}; in brackets the intervals of 95 % of {} draws of {}, "
               "the same for all models\n\n",
               compared.ids.size(), result.videos, result.fold == "all" ? "all folds" : "fold " + result.fold,
               result.draws, tellsOfSeeds(result) ? "videos and seeds" : "videos");
    printFigures(compared, result);
    printVerdicts(result);
    fmt::print("\nWhere they differ most\n");
    for (std::size_t i = 0; i < std::min(kSegmentsShown, result.segments.size()); ++i) {
        const ComparedSegment& segment = result.segments[i];
        fmt::print("{:<24} {:<16} true {:>7.3f}", terminalText(compared.ids[segment.segment]),
                   terminalText(compared.labels[segment.output].name),
                   compared.truths.at(segment.segment, segment.output));
        for (std::size_t model = 0; model < models; ++model)
            fmt::print("  {} {:>7.3f}", letterOf(model, models),
                       compared.predictions[model].at(segment.segment, segment.output));
        if (models == 2)
            fmt::print("  B − A {:>7.3f}\n", segment.difference);
        else
            fmt::print("  mean {:>7.3f}  spread {:.3f}\n", segment.mean, segment.spread);
    }
}

void printComparisonJson(const ComparedPredictions& compared, const ModelComparison& result)
{
    nlohmann::json object{{"models", compared.models},
                          {"fold", result.fold},
                          {"n", compared.ids.size()},
                          {"videos", result.videos},
                          {"draws", result.draws},
                          {"figures", nlohmann::json::array()},
                          {"segments", nlohmann::json::array()}};
    if (!result.seeds.empty())
        object["seeds"] = result.seeds;
    for (const ComparedFigure& figure : result.figures)
        object["figures"].push_back(toJson(figure, compared.models.size()));
    for (std::size_t i = 0; i < std::min(kSegmentsShown, result.segments.size()); ++i) {
        const ComparedSegment& segment = result.segments[i];
        nlohmann::json row{{"id", compared.ids[segment.segment]},
                           {"fold", compared.folds[segment.segment]},
                           {"output", compared.labels[segment.output].name},
                           {"truth", compared.truths.at(segment.segment, segment.output)},
                           {"difference", segment.difference},
                           {"mean", segment.mean},
                           {"spread", segment.spread}};
        for (const FeatureMatrix& predictions : compared.predictions)
            row["predictions"].push_back(predictions.at(segment.segment, segment.output));
        object["segments"].push_back(row);
    }
    fmt::print("{}\n", jsonText(object));
}

void writeComparison(const std::filesystem::path& path, const ComparedPredictions& compared,
                     const ModelComparison& result)
{
    std::string text = "id,fold,output,truth";
    for (const std::string& model : compared.models)
        text += "," + tableCell(model);
    text += ",difference,mean,spread\n";
    for (const ComparedSegment& segment : result.segments) {
        text += fmt::format("{},{},{},{}", tableCell(compared.ids[segment.segment]),
                            compared.folds[segment.segment], tableCell(compared.labels[segment.output].name),
                            compared.truths.at(segment.segment, segment.output));
        for (const FeatureMatrix& predictions : compared.predictions)
            text += fmt::format(",{}", predictions.at(segment.segment, segment.output));
        text += fmt::format(",{:.6g},{:.6g},{:.6g}\n", segment.difference, segment.mean, segment.spread);
    }
    writeTextFile(path, text).commit();
}

}
