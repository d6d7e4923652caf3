#include "engine/training/data/label_notes.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <optional>
#include <set>
#include <span>

namespace engine {

namespace {

constexpr std::size_t kMostNamed = 5;
constexpr std::size_t kFewLabels = 4; ///< by chance these may be only 0 and 1

bool isSign(float label)
{
    return label == 0.0f || label == 1.0f || label == -1.0f;
}

std::vector<float> finiteOf(const std::vector<FoldTruths>& folds)
{
    std::vector<float> values;
    for (const FoldTruths& fold : folds)
        std::ranges::copy_if(fold.labels.values, std::back_inserter(values),
                             [](float value) { return std::isfinite(value); });
    return values;
}

/// Absent when the labels may be of the model's kind.
std::optional<std::string> otherKind(const std::vector<float>& values, Task task)
{
    if (values.size() < kFewLabels)
        return std::nullopt;
    const bool areSigns = std::ranges::all_of(values, isSign);
    const std::set<float> kinds(values.begin(), values.end());
    if (task == Task::Regression && areSigns && kinds.size() == 2)
        return fmt::format("the labels of these data are only {}, as of a yes or no; the model says scores",
                           fmt::join(kinds, " and "));
    if (task == Task::Binary && !areSigns)
        return fmt::format(
            "the labels of these data are {} to {}, but the model says yes or no: what is above 0 "
            "counts as yes",
            *kinds.begin(), *kinds.rbegin());
    return std::nullopt;
}

/// Absent when all labels of the fold lie in the range of the model's label.
std::optional<std::string> outside(const FoldTruths& truths, std::size_t column, const LabelCard& label)
{
    std::size_t count = 0;
    std::size_t all = 0;
    std::size_t first = 0;
    for (std::size_t row = 0; row < truths.labels.rows; ++row) {
        const float value = truths.labels.at(row, column);
        all += std::isfinite(value) ? 1 : 0;
        if (!std::isfinite(value) || (value >= label.low && value <= label.high))
            continue;
        first = count == 0 ? row : first;
        ++count;
    }
    if (count == 0)
        return std::nullopt;
    const std::string much = count == all ? fmt::format("all {}", all) : fmt::format("{} of {}", count, all);
    return fmt::format("{} labels \"{}\" of {} are outside of the model's range {} to {}, such as {} of {}{}",
                       much, label.name, truths.fold, label.low, label.high, truths.labels.at(first, column),
                       truths.ids[first], count == all ? ": they may be on another scale" : "");
}

}

std::vector<std::string> outlierNotes(const std::string& fold, const std::vector<std::string>& ids,
                                      MatrixView labels, const std::string& consequence)
{
    requireSameLength("ids of labels", ids.size(), labels.rows);
    std::vector<std::string> notes;
    const std::vector<Outlier> outliers = outliersOf(labels);
    for (const Outlier& outlier : std::span(outliers).first(std::min(outliers.size(), kMostNamed)))
        notes.push_back(fmt::format(
            "the label {} of {} (fold {}, column {}) is far from the others, {} to {}, {}", outlier.value,
            ids[outlier.row], fold, outlier.column + 1, outlier.low, outlier.high, consequence));
    return notes;
}

std::vector<std::string> labelNotes(const std::vector<FoldTruths>& folds, Task task,
                                    const std::vector<LabelCard>& labels)
{
    std::vector<std::string> notes;
    if (task == Task::Classes)
        return notes;
    if (const auto kind = otherKind(finiteOf(folds), task))
        notes.push_back(*kind);
    if (task == Task::Binary)
        return notes;
    for (const FoldTruths& fold : folds) {
        requireSameLength("columns of labels", fold.labels.columns, labels.size());
        std::ranges::move(outlierNotes(fold.fold, fold.ids, fold.labels, "and is scored all the same"),
                          std::back_inserter(notes));
        for (std::size_t column = 0; column < fold.labels.columns; ++column) {
            if (const auto note = outside(fold, column, labels[column]))
                notes.push_back(*note);
        }
    }
    return notes;
}

std::vector<std::string> labelNotes(const FeatureData& data, Task task, const std::vector<LabelCard>& labels)
{
    std::vector<FoldTruths> folds;
    for (const FoldData& fold : data.folds) {
        if (fold.size() > 0 && fold.labels.columns > 0 && task != Task::Classes)
            folds.push_back({fold.name, fold.ids, truthsOf(fold, labels, Task::Regression)});
    }
    return labelNotes(folds, task, labels);
}

}
