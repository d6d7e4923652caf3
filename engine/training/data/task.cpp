#include "engine/training/data/task.h"

#include "engine/core/error.h"
#include "engine/core/neutral.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine {

namespace {

constexpr std::array kTaskNames{"regression", "binary", "classes",
                                "emotions",   "traits", "classes_and_values"};
const std::vector<std::string> kEmotions{"happy", "sad", "anger", "surprise", "disgust", "fear"};

bool allOf(MatrixView labels, auto&& condition)
{
    return std::ranges::all_of(labels.values, condition);
}

bool isOneHot(MatrixView labels)
{
    for (std::size_t i = 0; i < labels.rows; ++i) {
        const auto row = labels.row(i);
        if (std::ranges::count(row, 1.0f) != 1 || std::ranges::count(row, 0.0f) + 1 != std::ssize(row))
            return false;
    }
    return labels.columns > 1 && labels.rows > 0;
}

struct Range {
    float low = 0.0f;
    float high = 0.0f;
    bool within(float least, float greatest) const { return low >= least && high <= greatest; }
};

Range rangeOf(MatrixView labels, std::size_t column)
{
    Range range{labels.at(0, column), labels.at(0, column)};
    for (std::size_t i = 1; i < labels.rows; ++i) {
        range.low = std::min(range.low, labels.at(i, column));
        range.high = std::max(range.high, labels.at(i, column));
    }
    return range;
}

/// The scale that labels of this extent are usually given on.
Range scaleOf(Range range)
{
    if (range.within(0.0f, 3.0f))
        return {0.0f, 3.0f};
    if (range.within(-3.0f, 3.0f))
        return {-3.0f, 3.0f};
    if (range.within(1.0f, 5.0f))
        return {1.0f, 5.0f};
    if (range.within(1.0f, 7.0f))
        return {1.0f, 7.0f};
    return range;
}

std::size_t classCount(MatrixView labels)
{
    if (labels.columns > 1)
        return labels.columns;
    float greatest = 0.0f;
    for (const float label : labels.values) {
        if (label < 0.0f || label != std::floor(label) || label > 999.0f)
            throw FormatError("bad_labels", "labels",
                              fmt::format("{} is no class: classes are numbered from 0", label));
        greatest = std::max(greatest, label);
    }
    return static_cast<std::size_t>(greatest) + 1;
}

/// The model can only be right or wrong about classes that it has.
void checkClasses(const FoldData& fold, std::size_t count)
{
    for (std::size_t i = 0; i < fold.size(); ++i) {
        const float label = fold.labels.at(i, 0);
        if (label < 0.0f || label >= static_cast<float>(count) || label != std::floor(label))
            throw ShapeError("wrong_labels",
                             fmt::format("{}: the fold {} has class {} there, but the model has only the {} "
                                         "classes from 0 to {}, those of its training segments.",
                                         fold.ids[i], fold.name, label, count, count - 1));
    }
}

/// Columns of classes say which one a segment is of, and nothing else: scores are none.
/// @param count  how many columns are classes, from the first on
void checkOneHot(const FoldData& fold, MatrixView truths, std::size_t count)
{
    for (std::size_t i = 0; i < fold.size(); ++i) {
        const auto row = truths.row(i).first(count);
        if (std::ranges::count(row, 1.0f) != 1 || std::ranges::count(row, 0.0f) + 1 != std::ssize(row))
            throw ShapeError(
                "wrong_labels",
                fmt::format("{}: the fold {} has the labels {} there; for classes, 1 is expected "
                            "for its own and 0 for all others, or a single column with the "
                            "class's number.",
                            fold.ids[i], fold.name, fmt::join(row, ", ")));
    }
}

std::string usualName(Task task, std::size_t column, std::size_t count)
{
    const std::size_t emotions = kEmotions.size();
    if (task == Task::Emotions && count >= emotions && column + emotions >= count)
        return kEmotions[column + emotions - count];
    if (column == 0 && (count == 1 || task == Task::Emotions))
        return "sentiment";
    const char* const kind = task == Task::Classes ? "class" : task == Task::Traits ? "trait" : "label";
    return fmt::format("{}_{}", kind, column + 1);
}

}

std::string name(Task task)
{
    return kTaskNames[static_cast<std::size_t>(task)];
}

Task taskFromName(const std::string& name)
{
    const auto found = std::ranges::find(kTaskNames, name);
    if (found == kTaskNames.end())
        throw FormatError("bad_config", "task",
                          fmt::format("is \"{}\", expected one of {}", name, fmt::join(kTaskNames, ", ")));
    return static_cast<Task>(found - kTaskNames.begin());
}

Task chooseTask(MatrixView labels)
{
    if (isOneHot(labels))
        return Task::Classes;
    const auto isSign = [](float label) { return label == 0.0f || label == 1.0f || label == -1.0f; };
    const bool has0 = std::ranges::find(labels.values, 0.0f) != labels.values.end();
    const bool hasNegative = std::ranges::find(labels.values, -1.0f) != labels.values.end();
    if (allOf(labels, isSign) && !(has0 && hasNegative))
        return Task::Binary;
    if (labels.columns <= 1)
        return Task::Regression;
    std::size_t column = labels.columns > kEmotions.size() ? 1 : 0;
    while (column < labels.columns && rangeOf(labels, column).within(0.0f, 3.0f))
        ++column;
    return column == labels.columns ? Task::Emotions : Task::Traits;
}

std::string reasonFor(Task task, MatrixView labels)
{
    const std::set<float> values(labels.values.begin(), labels.values.end());
    const auto told = [&] {
        switch (task) {
        case Task::Classes:
            return std::string("each row of labels has a single 1, the rest is 0");
        case Task::Binary:
            return values.size() == 1
                ? fmt::format("all labels of train are {}, so that there is nothing to tell apart",
                              *values.begin())
                : fmt::format("the labels of train are only {}", fmt::join(values, " and "));
        case Task::Emotions:
            return std::string("all columns but perhaps the first are within 0 and 3");
        case Task::Traits:
            return std::string("there are several columns of labels");
        case Task::ClassesAndValues: // never chosen
        case Task::Regression:
            break;
        }
        return fmt::format("the labels of train are {} to {}", *values.begin(), *values.rbegin());
    };
    return fmt::format("the task is {}, since {}; \"task\" in the configuration says another", name(task),
                       told());
}

std::vector<Outlier> outliersOf(MatrixView labels)
{
    constexpr float kFar = 5.0f; // extents of the others
    std::vector<Outlier> outliers;
    for (std::size_t column = 0; column < labels.columns; ++column) {
        std::vector<std::pair<float, std::size_t>> sorted;
        for (std::size_t row = 0; row < labels.rows; ++row)
            sorted.emplace_back(labels.row(row)[column], row);
        std::ranges::sort(sorted);
        const std::size_t few = sorted.size() / 100 + 1;
        if (sorted.size() < 2 * few + 2)
            continue;
        const float low = sorted[few].first;
        const float high = sorted[sorted.size() - 1 - few].first;
        for (const auto& [value, row] : sorted) {
            if (high > low && (value < low - kFar * (high - low) || value > high + kFar * (high - low)))
                outliers.push_back({row, column, value, low, high});
        }
    }
    return outliers;
}

std::vector<LabelCard> labelsFor(Task task, MatrixView labels, const std::vector<std::string>& names)
{
    if (task == Task::ClassesAndValues)
        throw FormatError("bad_labels", "labels",
                          "are not named; for classes and values each is expected with its name and range");
    const std::size_t count = task == Task::Classes ? classCount(labels) : labels.columns;
    Range all = rangeOf(labels, 0);
    for (std::size_t column = 1; column < labels.columns; ++column) {
        const Range range = rangeOf(labels, column);
        all = {std::min(all.low, range.low), std::max(all.high, range.high)};
    }
    std::vector<LabelCard> cards;
    for (std::size_t column = 0; column < count; ++column) {
        Range scale{0.0f, 1.0f};
        if (task == Task::Regression || task == Task::Emotions)
            scale = scaleOf(rangeOf(labels, column));
        else if (task == Task::Traits)
            scale = scaleOf(all);
        LabelCard card{column < names.size() ? names[column] : usualName(task, column, count), scale.low,
                       scale.high, column};
        card.neutral = task == Task::Binary || task == Task::Classes
            ? 0.0f
            : static_cast<float>(neutralOf(scale.low, scale.high));
        cards.push_back(card);
    }
    return cards;
}

bool areRenamed(const std::vector<LabelCard>& labels, const std::vector<std::string>& names)
{
    return std::ranges::none_of(
        labels, [&](const LabelCard& label) { return std::ranges::find(names, label.name) != names.end(); });
}

std::vector<LabelCard> labelsByName(std::vector<LabelCard> labels, const std::vector<std::string>& names,
                                    const std::string& source)
{
    std::vector<std::string> wanted;
    for (const LabelCard& label : labels)
        wanted.push_back(label.name);
    if (areRenamed(labels, names))
        return labels;
    for (LabelCard& label : labels) {
        if (std::ranges::count(names, label.name) != 1)
            throw FormatError("other_labels", source,
                              fmt::format("its label_names are {}; the model has {}, and each of these is "
                                          "expected once",
                                          fmt::join(names, ", "), fmt::join(wanted, ", ")));
        label.column = static_cast<std::size_t>(std::ranges::find(names, label.name) - names.begin());
    }
    return labels;
}

std::size_t classesAmong(const std::vector<LabelCard>& labels, Task task)
{
    if (task != Task::ClassesAndValues)
        return 0;
    const std::size_t classes = leadingClasses(labels);
    if (classes < 2 || classes == labels.size())
        throw FormatError(
            "bad_labels", "labels",
            fmt::format("{} of {} have the range 0 to 1; for classes and values the classes are "
                        "expected first, at least two with this range, then the values with "
                        "other ranges",
                        classes, labels.size()));
    return classes;
}

FeatureMatrix truthsOf(const FoldData& fold, const std::vector<LabelCard>& labels, Task task)
{
    FeatureMatrix truths(fold.size(), labels.size());
    const bool isIndex = task == Task::Classes && fold.labels.columns == 1;
    if (isIndex)
        checkClasses(fold, labels.size());
    for (std::size_t output = 0; output < labels.size(); ++output) {
        const std::size_t column = isIndex ? 0 : labels[output].column;
        if (column >= fold.labels.columns && fold.size() > 0)
            throw ShapeError("wrong_labels",
                             fmt::format("{}: the fold {} has {} labels, but {} should be in column {}.",
                                         fold.ids.front(), fold.name, fold.labels.columns,
                                         labels[output].name, column));
        for (std::size_t i = 0; i < fold.size(); ++i) {
            const float label = fold.labels.at(i, column);
            if (isIndex)
                truths.at(i, output) = label == static_cast<float>(output) ? 1.0f : 0.0f;
            else
                truths.at(i, output) = task == Task::Binary ? (label > 0.0f ? 1.0f : 0.0f) : label;
        }
    }
    if (task == Task::Classes && !isIndex)
        checkOneHot(fold, truths, truths.columns);
    if (task == Task::ClassesAndValues)
        checkOneHot(fold, truths, classesAmong(labels, task));
    return truths;
}

}
