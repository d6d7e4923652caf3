#include "engine/training/run/record_comparison.h"

#include "engine/core/json_text.h"
#include "engine/training/figures/report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <optional>

namespace engine {

namespace {

using nlohmann::json;

/// The part of the folds that a file of this role can change; empty: any, or what no hash of a fold holds.
bool isSeenInFolds(const std::string& role)
{
    return role.find("media/") == std::string::npos && role.find("begin_with") == std::string::npos
        && !role.starts_with("stage ");
}

std::string nameOf(const RecordedFile& file)
{
    const std::string name = std::filesystem::path(file.path).filename().string();
    return file.role == "data" || file.role == "dataset" ? name : fmt::format("{} ({})", name, file.role);
}

/// Files of both, of the same role, with other bytes; and files that only one of both has.
std::vector<RunDifference> fileDifferences(const ReproductionRecord& recorded, const ReproductionRecord& now,
                                           bool inFolds)
{
    std::vector<RunDifference> differences;
    for (const RecordedFile& file : recorded.files) {
        if (isSeenInFolds(file.role) != inFolds)
            continue;
        const auto found = std::ranges::find(now.files, file.role, &RecordedFile::role);
        if (found == now.files.end())
            differences.push_back({"data", fmt::format("{} is missing", nameOf(file))});
        else if (found->sha256 != file.sha256)
            differences.push_back(
                {"data",
                 fmt::format("{} has other bytes: its SHA-256 is {}…, recorded is {}…", nameOf(*found),
                             found->sha256.substr(0, 12), file.sha256.substr(0, 12))});
    }
    for (const RecordedFile& file : now.files) {
        if (isSeenInFolds(file.role) == inFolds
            && std::ranges::find(recorded.files, file.role, &RecordedFile::role) == recorded.files.end())
            differences.push_back({"data", fmt::format("{} was not there", nameOf(file))});
    }
    return differences;
}

std::string idsSentence(const RecordedFold& recorded, const RecordedFold& now)
{
    if (recorded.ids.size() != now.ids.size())
        return fmt::format("the fold {} has {} segments, recorded are {}", now.name, now.ids.size(),
                           recorded.ids.size());
    const auto [other, was] = std::ranges::mismatch(now.ids, recorded.ids);
    return fmt::format("segment {} of the fold {} is {}, recorded is {}", other - now.ids.begin() + 1,
                       now.name, *other, *was);
}

std::vector<RunDifference> foldDifferences(const ReproductionRecord& recorded, const ReproductionRecord& now)
{
    std::vector<RunDifference> differences;
    for (const RecordedFold& was : recorded.folds) {
        const auto is = std::ranges::find(now.folds, was.name, &RecordedFold::name);
        if (is == now.folds.end()) {
            differences.push_back({"data", fmt::format("the fold {} is missing", was.name)});
            continue;
        }
        if (is->ids != was.ids) {
            differences.push_back({"data", idsSentence(was, *is)});
            continue;
        }
        for (const auto& [part, hash] : was.hashes) {
            const auto found = is->hashes.find(part);
            if (found == is->hashes.end() || found->second != hash)
                differences.push_back({"data", fmt::format("{} of the fold {} differ", part, was.name)});
        }
    }
    for (const RecordedFold& fold : now.folds) {
        if (std::ranges::find(recorded.folds, fold.name, &RecordedFold::name) == recorded.folds.end())
            differences.push_back({"data", fmt::format("the fold {} was not there", fold.name)});
    }
    return differences;
}

/// The first place in which two values differ, as a path of names: `training/lr`.
std::string firstPlace(const json& one, const json& other)
{
    if (one.is_object() && other.is_object()) {
        for (const auto& [field, value] : one.items()) {
            if (!other.contains(field))
                return field;
            if (other.at(field) == value)
                continue;
            const std::string within = firstPlace(value, other.at(field));
            return within.empty() ? field : field + "/" + within;
        }
        for (const auto& [field, value] : other.items()) {
            if (!one.contains(field))
                return field;
        }
    }
    return {};
}

std::string valueAt(const json& object, const std::string& place)
{
    const json::json_pointer pointer("/" + place);
    return object.contains(pointer) ? jsonText(object.at(pointer)) : "missing";
}

std::vector<RunDifference> environmentDifferences(const RunEnvironment& recorded, const RunEnvironment& now)
{
    std::vector<RunDifference> differences;
    const json was = toJson(recorded), is = toJson(now);
    for (const char* const part :
         {"polylogue", "libtorch", "threads", "device", "architecture", "instructions", "processor"}) {
        if (was.at(part) != is.at(part))
            differences.push_back({"environment",
                                   fmt::format("{} is {}, recorded is {}", part, jsonText(is.at(part)),
                                               jsonText(was.at(part)))});
    }
    return differences;
}

/// What names a line of a history: which model, stage and epoch.
std::string placeOf(const json& line)
{
    const json nothing = "";
    std::string place = jsonText(line.value("modalities", nothing)) + jsonText(line.value("stage", nothing));
    return place + jsonText(line.value("epoch", nothing));
}

/// The first epoch of both with another figure.
std::optional<RunDifference> curveDifference(const json& recorded, const json& now)
{
    for (const json& is : now) {
        const auto was
            = std::ranges::find_if(recorded, [&](const json& line) { return placeOf(line) == placeOf(is); });
        if (was == recorded.end() || *was == is)
            continue;
        const std::string field = firstPlace(*was, is);
        const json stage = is.value("stage", json());
        return RunDifference{"curves",
                             fmt::format("from epoch {}{} of {} on: {} is {}, recorded is {}",
                                         jsonText(is.value("epoch", json())),
                                         stage.is_string() ? " (" + stage.get<std::string>() + ")" : "",
                                         is.value("modalities", ""), field, valueAt(is, field),
                                         valueAt(*was, field))};
    }
    if (recorded.size() != now.size())
        return RunDifference{
            "curves",
            fmt::format("there are {} epochs in all, recorded are {}", now.size(), recorded.size())};
    return std::nullopt;
}

bool isSameRow(const json& one, const json& other)
{
    return std::ranges::all_of(std::array{"fold", "modalities", "label"}, [&](const char* field) {
        return one.value(field, json()) == other.value(field, json());
    });
}

/// Notes how far the figures of two rows are apart. @return whether all are numbers in both, or in neither
bool compareRows(const json& recorded, const json& now, Reproduction& result)
{
    for (const auto& [figure, was] : recorded.items()) {
        if (was.is_string() || was.is_structured())
            continue;
        const json is = now.value(figure, json());
        const std::string place = fmt::format("{} of {}, {} ({})", figure, now.value("label", ""),
                                              now.value("fold", ""), now.value("modalities", ""));
        if (is.is_number() != was.is_number()) {
            result.differences.push_back(
                {"figures", fmt::format("{} is {}, recorded is {}", place, jsonText(is), jsonText(was))});
            return false;
        }
        if (!was.is_number())
            continue;
        const double difference = std::abs(is.get<double>() - was.get<double>());
        if (difference > result.largest) {
            result.largest = difference;
            result.largestFigure
                = fmt::format("{} is {}, recorded is {}", place, jsonText(is), jsonText(was));
        }
    }
    return true;
}

/// @return whether the figures can be compared at all
bool compareFigures(const json& recorded, const json& now, Reproduction& result)
{
    bool areComparable = true;
    for (const json& was : recorded) {
        const auto is = std::ranges::find_if(now, [&](const json& row) { return isSameRow(row, was); });
        if (is == now.end()) {
            result.differences.push_back(
                {"figures", "a row is missing: " + was.value("label", "") + ", " + was.value("fold", "")});
            return false;
        }
        areComparable = compareRows(was, *is, result) && areComparable;
    }
    if (recorded.size() != now.size()) {
        result.differences.push_back(
            {"figures",
             fmt::format("there are {} rows of figures, recorded are {}", now.size(), recorded.size())});
        return false;
    }
    return areComparable;
}

void append(std::vector<RunDifference>& all, const std::vector<RunDifference>& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

}

std::string_view name(Reproduction::Verdict verdict)
{
    switch (verdict) {
    case Reproduction::Verdict::Equal:
        return "equal";
    case Reproduction::Verdict::WithinTolerance:
        return "within tolerance";
    case Reproduction::Verdict::Different:
        break;
    }
    return "different";
}

std::vector<RunDifference> dataDifferences(const ReproductionRecord& recorded, const ReproductionRecord& now)
{
    std::vector<RunDifference> differences = fileDifferences(recorded, now, /*inFolds=*/false);
    const std::vector<RunDifference> folds = foldDifferences(recorded, now);
    if (!folds.empty())
        append(differences, fileDifferences(recorded, now, /*inFolds=*/true));
    append(differences, folds);
    return differences;
}

std::vector<std::string> harmlessFiles(const ReproductionRecord& recorded, const ReproductionRecord& now)
{
    std::vector<std::string> names;
    if (!foldDifferences(recorded, now).empty())
        return names;
    for (const RunDifference& difference : fileDifferences(recorded, now, /*inFolds=*/true))
        names.push_back(difference.sentence);
    return names;
}

std::vector<RunDifference> settingsDifferences(const ReproductionRecord& recorded,
                                               const ReproductionRecord& now)
{
    if (recorded.settings == now.settings)
        return {};
    const std::string place = firstPlace(recorded.settings, now.settings);
    return {{"settings",
             fmt::format("{} is {}, recorded is {}", place, valueAt(now.settings, place),
                         valueAt(recorded.settings, place))}};
}

Reproduction compared(const ReproductionRecord& recorded, const ReproductionRecord& now, double tolerance)
{
    Reproduction result;
    append(result.differences, dataDifferences(recorded, now));
    append(result.differences, settingsDifferences(recorded, now));
    append(result.differences, environmentDifferences(recorded.environment, now.environment));
    if (const auto curves = curveDifference(recorded.curves, now.curves))
        result.differences.push_back(*curves);
    const bool areComparable = compareFigures(recorded.figures, now.figures, result);
    if (areComparable && result.largest > 0.0)
        result.differences.push_back({"figures", result.largestFigure});
    if (recorded.weights != now.weights)
        result.differences.push_back({"weights", "the weights differ"});
    const bool isOtherInput = std::ranges::any_of(result.differences, [](const RunDifference& difference) {
        return difference.what == "data" || difference.what == "settings";
    });
    const bool isSameOutput = std::ranges::none_of(
        result.differences, [](const RunDifference& difference) { return difference.what != "environment"; });
    if (isSameOutput)
        result.verdict = Reproduction::Verdict::Equal;
    else if (!isOtherInput && areComparable && result.largest <= tolerance)
        result.verdict = Reproduction::Verdict::WithinTolerance;
    else
        result.verdict = Reproduction::Verdict::Different;
    return result;
}

}
