#include "engine/agreement_reports/agreement_json.h"

#include <nlohmann/json.hpp>

namespace engine {

namespace {

nlohmann::json asJson(const Statistic& statistic)
{
    nlohmann::json json{{"key", statistic.key},
                        {"statistic", statistic.name},
                        {"rule", statistic.rule},
                        {"between", statistic.between},
                        {"value", statistic.value ? nlohmann::json(*statistic.value) : nlohmann::json()},
                        {"units", statistic.units},
                        {"raters", statistic.raters},
                        {"dropped", nlohmann::json::array()}};
    if (!statistic.undefined.empty())
        json["undefined"] = statistic.undefined;
    for (const StatisticTerm& term : statistic.terms)
        json["terms"][term.name] = term.value;
    for (const Dropped& dropped : statistic.dropped)
        json["dropped"].push_back({{"reason", dropped.reason}, {"count", dropped.count}});
    if (const auto& interval = statistic.interval)
        json["interval"] = {{"low", interval->low},
                            {"high", interval->high},
                            {"draws", interval->draws},
                            {"dropped_draws", interval->droppedDraws},
                            {"seed", interval->seed}};
    return json;
}

/// A figure as its number; where there is none, null, and the reason beside it.
void putFigure(nlohmann::json& row, const char* key, const SweepFigure& figure)
{
    row[key] = figure.value ? nlohmann::json(*figure.value) : nlohmann::json();
    if (!figure.value)
        row["undefined"][key] = figure.reason.english();
}

nlohmann::json sweepJson(const LabelledSweep& labelled)
{
    const SegmentSweep& sweep = labelled.sweep;
    nlohmann::json json{{"between", {sweep.first, sweep.second}},
                        {"label", labelled.label},
                        {"segments", sweep.segments},
                        {"found", nlohmann::json::array()},
                        {"edge", nlohmann::json::array()}};
    for (const FoundSegments& found : sweep.found) {
        nlohmann::json row{{"overlap", found.overlap}, {"found", found.found}};
        putFigure(row, "f", found.f);
        putFigure(row, "same_name", found.sameName);
        putFigure(row, "kappa", found.kappa);
        json["found"].push_back(std::move(row));
    }
    for (const EdgeAgreement& edge : sweep.edge) {
        nlohmann::json row{{"tolerance", edge.tolerance}};
        putFigure(row, "f", edge.f);
        putFigure(row, "expected", edge.expected);
        putFigure(row, "beyond_chance", edge.beyond);
        json["edge"].push_back(std::move(row));
    }
    const Sentence nothing{"No segment of one overlaps one of the other."};
    putFigure(json, "starts_later", {sweep.startsLater, nothing});
    putFigure(json, "ends_later", {sweep.endsLater, nothing});
    putFigure(json, "median_deviation", {sweep.medianDeviation, nothing});
    return json;
}

nlohmann::json asJson(const NamedMatrix& named)
{
    nlohmann::json counts = nlohmann::json::array();
    for (std::size_t row = 0; row < named.matrix.size(); ++row) {
        counts.push_back(nlohmann::json::array());
        for (std::size_t column = 0; column < named.matrix.size(); ++column)
            counts.back().push_back(named.matrix.at(row, column));
    }
    return {{"rows", named.rows},
            {"columns", named.columns},
            {"rule", named.rule},
            {"names", named.matrix.names()},
            {"counts", std::move(counts)}};
}

}

nlohmann::json agreementJson(const AgreementReport& report)
{
    nlohmann::json json{{"label", report.label},
                        {"raters", report.raters},
                        {"statistics", nlohmann::json::array()},
                        {"matrices", nlohmann::json::array()},
                        {"sweeps", nlohmann::json::array()},
                        {"use", nlohmann::json::object()},
                        {"ewe", nlohmann::json::array()},
                        {"most_disagreed", nlohmann::json::array()}};
    if (report.comparesPerspectives)
        json["compares"] = "perspectives";
    for (const Statistic& statistic : report.statistics)
        json["statistics"].push_back(asJson(statistic));
    for (const NamedMatrix& matrix : report.matrices)
        json["matrices"].push_back(asJson(matrix));
    for (const LabelledSweep& sweep : report.sweeps)
        json["sweeps"].push_back(sweepJson(sweep));
    for (const RaterUse& use : report.uses) {
        nlohmann::json& histogram = json["use"][use.rater] = nlohmann::json::array();
        for (const UsedValue& used : use.histogram)
            histogram.push_back({{"value", used.name}, {"count", used.count}});
    }
    for (const auto& [unit, value] : report.estimate)
        json["ewe"].push_back({{"unit", unit}, {"value", value}});
    if (!report.noEstimate.empty())
        json["ewe_undefined"] = report.noEstimate;
    for (const auto& [unit, part] : report.mostDisagreed)
        json["most_disagreed"].push_back({{"unit", unit}, {"part", part}});
    return json;
}

}
