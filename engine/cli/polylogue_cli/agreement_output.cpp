#include "engine/cli/polylogue_cli/agreement_output.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine::cli {

namespace {

using Line = std::vector<std::string>;

/// Characters of a UTF-8 text.
std::size_t lengthOf(const std::string& text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// Lines whose columns stand below each other; the first `left` of them begin at the left.
std::string table(const std::vector<Line>& lines, std::size_t left)
{
    std::vector<std::size_t> widths;
    for (const Line& line : lines) {
        widths.resize(std::max(widths.size(), line.size()));
        for (std::size_t column = 0; column < line.size(); ++column)
            widths[column] = std::max(widths[column], lengthOf(line[column]));
    }
    std::string text;
    for (const Line& line : lines) {
        std::string row;
        for (std::size_t column = 0; column < line.size(); ++column) {
            const std::string blanks(widths[column] - lengthOf(line[column]), ' ');
            const bool isLeft
                = column < left || (left > 1 && column + 1 == widths.size()); // what was dropped
            row += "  " + (isLeft ? line[column] + blanks : blanks + line[column]);
        }
        row.erase(row.find_last_not_of(' ') + 1);
        text += row + "\n";
    }
    return text;
}

std::string droppedText(const Statistic& statistic)
{
    std::string text;
    for (const Dropped& dropped : statistic.dropped)
        text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", dropped.reason, dropped.count);
    return text.empty() ? "-" : text;
}

Line lineOf(const Statistic& statistic)
{
    return {statistic.name,
            statistic.rule,
            statistic.between.empty() ? "all" : fmt::format("{}", fmt::join(statistic.between, ", ")),
            statistic.value ? fmt::format("{:.4f}", *statistic.value) : "undefined",
            statistic.interval
                ? fmt::format("[{:.4f}, {:.4f}]", statistic.interval->low, statistic.interval->high)
                : "-",
            std::to_string(statistic.units),
            std::to_string(statistic.raters),
            droppedText(statistic)};
}

/// Why figures have no value, each reason once.
std::string reasons(const AgreementReport& report)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> told; // reason, statistics
    for (const Statistic& statistic : report.statistics) {
        if (statistic.undefined.empty())
            continue;
        auto known
            = std::ranges::find(told, statistic.undefined, [](const auto& entry) { return entry.first; });
        if (known == told.end())
            known = told.insert(told.end(), {statistic.undefined, {}});
        if (std::ranges::find(known->second, statistic.name) == known->second.end())
            known->second.push_back(statistic.name);
    }
    std::string text;
    for (const auto& [reason, names] : told)
        text += fmt::format("  undefined {}: {}\n", fmt::join(names, ", "), reason);
    return text;
}

/// What figures are calculated from, those of the same numbers together.
std::string termsText(const AgreementReport& report)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> told; // numbers, statistics
    for (const Statistic& statistic : report.statistics) {
        std::string numbers;
        for (const StatisticTerm& term : statistic.terms)
            numbers += fmt::format("{}{} {:.4f}", numbers.empty() ? "" : ", ", term.name, term.value);
        if (numbers.empty())
            continue;
        std::string name = statistic.name;
        if (!statistic.between.empty())
            name += fmt::format(" ({})", fmt::join(statistic.between, ", "));
        if (told.empty() || told.back().first != numbers)
            told.push_back({numbers, {}});
        told.back().second.push_back(std::move(name));
    }
    std::string text;
    for (const auto& [numbers, names] : told)
        text += fmt::format("  {}: {}\n", fmt::join(names, ", "), numbers);
    return text;
}

/// The first units' EWE; all of them are in the JSON.
std::string estimateText(const AgreementReport& report)
{
    constexpr std::size_t most = 20;
    if (!report.noEstimate.empty())
        return fmt::format("  undefined EWE: {}\n", report.noEstimate);
    if (report.estimate.empty())
        return {};
    const std::size_t shown = std::min(most, report.estimate.size());
    std::vector<Line> lines;
    for (std::size_t i = 0; i < shown; ++i)
        lines.push_back({report.estimate[i].first, fmt::format("{:.4f}", report.estimate[i].second)});
    return fmt::format("\n  EWE of {} of {} units{}:\n", shown, report.estimate.size(),
                       shown < report.estimate.size() ? " (all with --json)" : "")
        + table(lines, 1);
}

std::string intervals(const AgreementReport& report)
{
    std::string text;
    for (const Statistic& statistic : report.statistics) {
        if (!statistic.interval)
            continue;
        text += fmt::format(
            "  [interval]: percentiles 2.5 and 97.5 of {} draws of units with replacement, seed {}; "
            "{} draws without expected disagreement dropped\n",
            statistic.interval->draws, statistic.interval->seed, statistic.interval->droppedDraws);
    }
    return text;
}

std::string matrixText(const NamedMatrix& named)
{
    std::vector<Line> lines;
    lines.push_back({""});
    for (const std::string& name : named.matrix.names())
        lines.front().push_back(name);
    for (std::size_t row = 0; row < named.matrix.size(); ++row) {
        lines.push_back({named.matrix.names()[row]});
        for (std::size_t column = 0; column < named.matrix.size(); ++column)
            lines.back().push_back(std::to_string(named.matrix.at(row, column)));
    }
    return fmt::format("\n  rows {}, columns {}{}:\n", named.rows, named.columns,
                       named.rule.empty() ? "" : ", " + named.rule)
        + table(lines, 1);
}

/// How often each rater used which value: a line per rater.
std::string usesText(const std::vector<RaterUse>& uses)
{
    std::map<double, std::size_t> columns;
    for (const RaterUse& use : uses) {
        for (const UsedValue& used : use.histogram)
            columns.emplace(used.value, 0);
    }
    if (columns.empty())
        return {};
    if (columns.size() > ConfusionMatrix::kMostValues)
        return fmt::format("\n  {} different values were used\n", columns.size());
    std::size_t next = 0;
    for (auto& [value, column] : columns)
        column = ++next;
    std::vector<Line> lines{Line(columns.size() + 1)};
    for (const RaterUse& use : uses) {
        lines.emplace_back(columns.size() + 1, "0").front() = use.rater;
        for (const UsedValue& used : use.histogram) {
            lines.front()[columns[used.value]] = used.name;
            lines.back()[columns[used.value]] = std::to_string(used.count);
        }
    }
    return "\n  how often each value was used:\n" + table(lines, 1);
}

std::string figureText(const SweepFigure& figure)
{
    return figure.value ? fmt::format("{:.4f}", *figure.value) : "undefined";
}

/// Two small tables: what both found and named alike, and how near their edges are.
std::string sweepText(const LabelledSweep& labelled)
{
    const SegmentSweep& sweep = labelled.sweep;
    std::string text
        = fmt::format("\n  {} ({} segments), {} ({}){}:\n", sweep.first, sweep.segments[0], sweep.second,
                      sweep.segments[1], labelled.label.empty() ? "" : ", " + labelled.label);
    std::vector<Line> found{{"overlap", "found", "F", "same name", "kappa"}};
    for (const FoundSegments& row : sweep.found)
        found.push_back({fmt::format("{:.2f}", row.overlap), std::to_string(row.found), figureText(row.f),
                         figureText(row.sameName), figureText(row.kappa)});
    std::vector<Line> edges{{"within (s)", "F", "by chance", "beyond chance"}};
    for (const EdgeAgreement& row : sweep.edge)
        edges.push_back({fmt::format("{:.2f}", row.tolerance), figureText(row.f), figureText(row.expected),
                         figureText(row.beyond)});
    text += table(found, 1) + table(edges, 1);
    if (sweep.startsLater)
        text += fmt::format(
            "  {} starts {:+.3f} s and ends {:+.3f} s later than {}, median; off by {:.3f} s\n", sweep.second,
            *sweep.startsLater, *sweep.endsLater, sweep.first, *sweep.medianDeviation);
    return text;
}

}

std::string agreementText(const AgreementReport& report)
{
    std::string text = fmt::format("{}: {}\n", report.label, fmt::join(report.raters, ", "));
    std::vector<Line> lines{
        {"statistic", "rule", "between", "value", "[interval]", "units", "raters", "dropped"}};
    for (const Statistic& statistic : report.statistics)
        lines.push_back(lineOf(statistic));
    if (lines.size() > 1)
        text += table(lines, 3);
    text += intervals(report) + termsText(report) + reasons(report) + estimateText(report);
    for (const NamedMatrix& matrix : report.matrices)
        text += matrixText(matrix);
    for (const LabelledSweep& sweep : report.sweeps)
        text += sweepText(sweep);
    text += usesText(report.uses);
    if (!report.mostDisagreed.empty())
        text += "\n  most disagreement (part of all that alpha observed):\n";
    for (const auto& [unit, part] : report.mostDisagreed)
        text += fmt::format("  {:>5.1f} %  {}\n", part * 100.0, unit);
    return text;
}

}
