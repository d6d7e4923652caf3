#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/core/segment_input.h"
#include "engine/training/data/task.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A figure by its name in JSON; an undefined figure has no value.
struct Metric {
    std::string name;
    std::optional<double> value;

    friend bool operator==(const Metric&, const Metric&) = default;
};

/// How well one model did on one fold and one label.
struct ReportRow {
    static constexpr const char* allLabels = "all";

    std::string fold; ///< `test`
    std::string modalities; ///< modalities that the model was trained with and saw, as describe() writes them
    std::string label; ///< `sentiment`; allLabels: a figure of all labels together, or their mean
    std::vector<Metric> metrics;
    nlohmann::json confusion; ///< rows truth, columns prediction; null where there are no classes

    std::optional<double> metric(const std::string& name) const;
    friend bool operator==(const ReportRow&, const ReportRow&) = default;
};

using Report = std::vector<ReportRow>;

/// `text+acoustic+visual`, `acoustic`.
std::string describe(EnabledModalities enabled);

/// A list of objects, one per row; undefined figures are null.
nlohmann::json toJson(const Report& report);

/// One fold as one object: the figures of the only label or of all labels together, `labels` with the figures
/// of each, `undefined` with the names of figures that these predictions do not have, `rules` with the
/// meaning of each figure.
/// @param modalities  those of the model, as describe() writes them. @return null when there are no such
/// rows.
nlohmann::json resultOf(const Report& report, const std::string& fold, const std::string& modalities);

/// What resultOf() gives for the model itself, whose rows come first, on its held-out fold: test, or valid
/// where there is no test, or train.
nlohmann::json heldOutResult(const Report& report);

/// The report for people: headings, one line per row, and below them the meaning of each figure; undefined
/// figures are `n/a`.
std::string textTable(const Report& report, int decimals = 3);

/// Whether a figure of this name is a number of segments, and so a whole number.
bool isCount(const std::string& metric);

/// Whether a figure is what a model measures of itself, such as of its translation, and none of a task.
bool isOfModel(const std::string& metric);

/// How a figure rounds, and what it does with zeros; empty for an unknown name.
std::string metricRule(const std::string& name);

}
