#include "engine/training/report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

nlohmann::json orNull(std::optional<double> value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

std::string orNotAvailable(std::optional<double> value)
{
    return value ? fmt::format("{:.3f}", *value) : "n/a";
}

nlohmann::json toJson(const ReportRow& row)
{
    const RegressionScores& scores = row.scores;
    return {{"fold", row.fold},
            {"modalities", row.modalities},
            {"label", row.label},
            {"n", scores.count},
            {"mae", scores.meanAbsoluteError},
            {"corr", orNull(scores.correlation)},
            {"acc7", scores.accuracy7},
            {"acc5", scores.accuracy5},
            {"acc3", scores.accuracy3},
            {"acc2_has0", scores.accuracy2Has0},
            {"f1_has0", scores.f1Has0},
            {"acc2_non0", orNull(scores.accuracy2Non0)},
            {"f1_non0", orNull(scores.f1Non0)},
            {"n_non0", scores.countNon0}};
}

}

std::string describe(EnabledModalities enabled)
{
    std::string text;
    for (const Modality modality : allModalities) {
        if (enabled[static_cast<std::size_t>(modality)])
            text += (text.empty() ? "" : "+") + std::string(name(modality));
    }
    return text;
}

nlohmann::json toJson(const Report& report)
{
    nlohmann::json rows = nlohmann::json::array();
    for (const ReportRow& row : report)
        rows.push_back(toJson(row));
    return rows;
}

std::string textTable(const Report& report)
{
    constexpr std::string_view layout
        = "{:<6} {:<22} {:<10} {:>5} {:>6} {:>6} {:>6} {:>6} {:>6} {:>9} {:>8} {:>9} {:>8}\n";
    std::string table = fmt::format(layout, "fold", "modalities", "label", "n", "mae", "r", "acc7", "acc5",
                                    "acc3", "acc2_has0", "f1_has0", "acc2_non0", "f1_non0");
    for (const ReportRow& row : report) {
        const RegressionScores& scores = row.scores;
        table += fmt::format(layout, row.fold, row.modalities, row.label, scores.count,
                             orNotAvailable(scores.meanAbsoluteError), orNotAvailable(scores.correlation),
                             orNotAvailable(scores.accuracy7), orNotAvailable(scores.accuracy5),
                             orNotAvailable(scores.accuracy3), orNotAvailable(scores.accuracy2Has0),
                             orNotAvailable(scores.f1Has0), orNotAvailable(scores.accuracy2Non0),
                             orNotAvailable(scores.f1Non0));
    }
    return table;
}

}
