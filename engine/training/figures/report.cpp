#include "engine/training/figures/report.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace engine {

namespace {

nlohmann::json toJson(const Metric& metric)
{
    if (!metric.value)
        return nullptr;
    return isCount(metric.name) ? nlohmann::json(static_cast<std::int64_t>(*metric.value))
                                : nlohmann::json(*metric.value);
}

nlohmann::json toJson(const ReportRow& row)
{
    nlohmann::json object{{"fold", row.fold}, {"modalities", row.modalities}, {"label", row.label}};
    for (const Metric& metric : row.metrics)
        object[metric.name] = toJson(metric);
    if (!row.confusion.is_null())
        object["confusion"] = row.confusion;
    return object;
}

/// The figures that are defined; the names of the others go to `undefined`, behind where the row stands.
nlohmann::json definedOf(const ReportRow& row, const std::string& place, std::set<std::string>& undefined)
{
    nlohmann::json object = nlohmann::json::object();
    for (const Metric& metric : row.metrics) {
        if (metric.value)
            object[metric.name] = toJson(metric);
        else
            undefined.insert(place + metric.name);
    }
    if (!row.confusion.is_null())
        object["confusion"] = row.confusion;
    return object;
}

/// `f1_yes`, `dominant_recall_no`, `n_neg_has0`, `f1_-3`.
bool isOfOneClass(const Metric& metric)
{
    const auto has = [&](const char* part) { return metric.name.find(part) != std::string::npos; };
    constexpr std::array ofSeven{"_-3", "_-2", "_-1", "_0", "_+1", "_+2", "_+3"};
    if (std::ranges::any_of(ofSeven, [&](const char* end) { return metric.name.ends_with(end); }))
        return true;
    return metric.name.ends_with("_yes") || metric.name.ends_with("_no") || has("_neg_") || has("_pos_");
}

/// The row's figures in tables of their own, so that lines stay readable: of all, of single classes, and of
/// the model itself.
std::array<std::vector<Metric>, 3> partsOf(const ReportRow& row)
{
    std::array<std::vector<Metric>, 3> parts;
    for (const Metric& metric : row.metrics)
        parts[isOfModel(metric.name) ? 2 : isOfOneClass(metric) ? 1 : 0].push_back(metric);
    return parts;
}

std::vector<std::string> headingOf(const std::vector<Metric>& metrics)
{
    std::vector<std::string> heading{"fold", "modalities", "label"};
    for (const Metric& metric : metrics)
        heading.push_back(metric.name);
    return heading;
}

std::vector<std::string> cellsOf(const ReportRow& row, const std::vector<Metric>& metrics, int decimals)
{
    std::vector<std::string> cells{row.fold, row.modalities, row.label};
    for (const Metric& metric : metrics)
        cells.push_back(!metric.value
                            ? "n/a"
                            : fmt::format("{:.{}f}", *metric.value, isCount(metric.name) ? 0 : decimals));
    return cells;
}

/// Lines of cells in columns: the first three to the left, figures to the right.
std::string inColumns(const std::vector<std::vector<std::string>>& lines)
{
    std::vector<std::size_t> widths(lines.front().size());
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    }
    std::string text;
    for (const auto& line : lines) {
        std::string row;
        for (std::size_t i = 0; i < line.size(); ++i)
            row += (i == 0 ? "" : "  ")
                + (i < 3 ? fmt::format("{:<{}}", line[i], widths[i])
                         : fmt::format("{:>{}}", line[i], widths[i]));
        text += row.substr(0, row.find_last_not_of(' ') + 1) + '\n';
    }
    return text;
}

}

bool isCount(const std::string& metric)
{
    return metric == "n" || metric.starts_with("n_") || metric.starts_with("dominant_n");
}

std::optional<double> ReportRow::metric(const std::string& name) const
{
    const auto found = std::ranges::find(metrics, name, &Metric::name);
    return found == metrics.end() ? std::nullopt : found->value;
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

nlohmann::json resultOf(const Report& report, const std::string& fold, const std::string& modalities)
{
    std::vector<const ReportRow*> rows;
    for (const ReportRow& row : report) {
        if (row.fold == fold && row.modalities == modalities)
            rows.push_back(&row);
    }
    if (rows.empty())
        return nullptr;
    std::set<std::string> undefined;
    nlohmann::json result = definedOf(*rows.back(), "", undefined); // what is of all labels comes last
    nlohmann::json rules = nlohmann::json::object();
    for (const ReportRow* const row : rows) {
        if (rows.size() > 1 && row != rows.back())
            result["labels"][row->label] = definedOf(*row, row->label + ".", undefined);
        for (const Metric& metric : row->metrics)
            rules[metric.name] = metricRule(metric.name);
    }
    result["fold"] = fold;
    result["modalities"] = modalities;
    result["undefined"] = undefined;
    result["rules"] = rules;
    return result;
}

nlohmann::json heldOutResult(const Report& report)
{
    for (const char* const fold : {"test", "valid", "train"}) {
        const std::string modalities = report.empty() ? std::string() : report.front().modalities;
        if (nlohmann::json result = resultOf(report, fold, modalities); !result.is_null())
            return result;
    }
    return nullptr;
}

std::string textTable(const Report& report, int decimals)
{
    std::vector<std::vector<std::vector<std::string>>> tables;
    std::set<std::string> names;
    for (const ReportRow& row : report) {
        for (const std::vector<Metric>& metrics : partsOf(row)) {
            if (metrics.empty())
                continue;
            const std::vector<std::string> heading = headingOf(metrics);
            auto table
                = std::ranges::find_if(tables, [&](const auto& lines) { return lines.front() == heading; });
            if (table == tables.end())
                table = tables.insert(tables.end(), {heading});
            table->push_back(cellsOf(row, metrics, decimals));
            names.insert(heading.begin() + 3, heading.end());
        }
    }
    std::string text;
    for (const auto& table : tables)
        text += inColumns(table) + '\n';
    for (const std::string& name : names)
        text += fmt::format("{}: {}\n", name, metricRule(name));
    return text;
}

}
