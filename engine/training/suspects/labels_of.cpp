#include "engine/training/suspects/labels_of.h"

#include "engine/core/error.h"
#include "engine/training/data/task.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace engine {

std::vector<double> labelsOf(const FoldData& segments, std::size_t column, const std::string& where)
{
    const FeatureMatrix& labels = segments.labels;
    if (labels.columns == 0 || segments.size() == 0)
        throw FormatError("no_labels", where, "has no labels; labelled segments are expected");
    if (column >= labels.columns)
        throw FormatError(
            "no_labels", where,
            fmt::format("has {} columns of labels, there is no column {}", labels.columns, column + 1));
    std::vector<double> values;
    for (std::size_t i = 0; i < labels.rows; ++i) {
        values.push_back(labels.at(i, column));
        if (!std::isfinite(values.back()))
            throw FormatError(
                "not_finite", where,
                fmt::format("the label of {} is no number; a finite one is expected", segments.ids[i]));
    }
    if (std::ranges::all_of(values, [&](double value) { return value == values.front(); }))
        throw FormatError(
            "no_labels", where,
            fmt::format("has the label {:g} for all its segments; there is nothing to learn from",
                        values.front()));
    return values;
}

bool areOneHot(MatrixView labels)
{
    return labels.columns > 1 && chooseTask(labels) == Task::Classes;
}

}
