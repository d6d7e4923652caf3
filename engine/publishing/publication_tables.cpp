#include "engine/publishing/publication_tables.h"

#include "engine/agreement/krippendorff.h"
#include "engine/agreement/rater_consensus.h"
#include "engine/annotation/word_sets.h"
#include "engine/publishing/table_lines.h"

#include <algorithm>
#include <chrono>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::size_t kFewestShared = 5;

void addUnit(TableLines& lines, const PublishedUnit& unit)
{
    lines.add(unit.id).add(unit.video).add(unit.span.start).add(unit.span.end);
}

/// α of two raters. Absent: they share too few units, or it is undefined.
std::optional<double> alphaOf(const RatingTable& table, std::size_t one, std::size_t other)
{
    RatingTable pair(table.label(), table.units(), {table.raters()[one], table.raters()[other]},
                     table.videos());
    if (table.isNominal())
        pair.setCategories(table.categories());
    std::size_t shared = 0;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        const auto first = table.value(unit, one), second = table.value(unit, other);
        if (!first || !second)
            continue;
        pair.setValue(unit, 0, first);
        pair.setValue(unit, 1, second);
        ++shared;
    }
    if (shared < kFewestShared)
        return std::nullopt;
    AlphaOptions options;
    options.metric = usualMetric(pair);
    options.draws = 0;
    return krippendorffsAlpha(pair, options).statistic.value;
}

std::optional<double> alphaWithOthers(const RatingTable& table, std::size_t rater)
{
    double sum = 0.0;
    std::size_t count = 0;
    for (std::size_t other = 0; other < table.raters().size(); ++other) {
        if (const auto alpha = other == rater ? std::nullopt : alphaOf(table, rater, other)) {
            sum += *alpha;
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

std::optional<double> found(const std::vector<RaterProfile>& profiles, std::size_t rater,
                            double RaterProfile::*field)
{
    return rater < profiles.size() && profiles[rater].units > 0 ? std::optional(profiles[rater].*field)
                                                                : std::nullopt;
}

}

std::string cellOf(const PublishedValue& value)
{
    const double* number = std::get_if<double>(&value);
    return number ? fmt::format("{}", *number) : std::get<std::string>(value);
}

namespace {

/// A set of words is a JSON array.
std::string valueCell(const PublishedStudy& study, const std::string& name, const PublishedValue& value)
{
    const auto label = std::ranges::find(study.labels, name, &LabelScheme::name);
    const auto* text = std::get_if<std::string>(&value);
    return text && label != study.labels.end() && wordListOf(*label) ? wordsJson(*text) : cellOf(value);
}

}

std::string utcTime(std::int64_t milliseconds)
{
    if (milliseconds == 0)
        return {};
    const std::chrono::sys_time<std::chrono::milliseconds> when{std::chrono::milliseconds(milliseconds)};
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(when)));
}

std::string votesTable(const PublishedStudy& study, const TableWishes& wishes)
{
    TableLines lines({"unit", "video", "start", "end", "label", "value", "rater", "pass", "step_of_pass",
                      "given_at", "seconds", "confidence", "shown", "exposure", "codebook", "routed", "gold",
                      "purpose", "comment"},
                     wishes.guardsCells);
    for (const PublishedVote& vote : study.votes) {
        const PublishedUnit& unit = study.units[vote.unit];
        addUnit(lines, unit);
        lines.add(vote.label)
            .add(valueCell(study, vote.label, vote.value))
            .add(study.raterCode(vote.rater))
            .add(static_cast<std::size_t>(vote.pass))
            .add(vote.step)
            .add(utcTime(vote.given))
            .add(vote.seconds)
            .add(vote.confidence)
            .add(vote.shown)
            .add(vote.exposure)
            .add(codebookName(versionAt(study.codebook, vote.given)))
            .add(vote.routed)
            .add(unit.isGold ? "yes" : "no")
            .add(vote.purpose)
            .add(wishes.comments ? vote.comment : std::string())
            .end();
    }
    return lines.take();
}

std::string labelsTable(const PublishedStudy& study, const std::vector<PublishedLabel>& labels,
                        const std::map<std::string, PublishedSplit>& splits, const TableWishes& wishes)
{
    TableLines lines({"unit", "video", "start", "end", "label", "value", "rule", "mean", "majority", "crowd",
                      "sd", "set_low", "set_high", "n", "settled_by", "origin", "split"},
                     wishes.guardsCells);
    for (const PublishedLabel& label : labels) {
        const PublishedUnit& unit = study.units[label.unit];
        const auto split = splits.find(unit.video);
        addUnit(lines, unit);
        lines.add(label.label)
            .add(valueCell(study, label.label, label.value))
            .add(label.rule)
            .add(label.mean)
            .add(label.majority ? valueCell(study, label.label, *label.majority) : std::string())
            .add(label.crowd)
            .add(label.deviation)
            .add(label.setLow)
            .add(label.setHigh)
            .add(label.votes)
            .add(label.settledBy ? study.raterCode(*label.settledBy) : std::string())
            .add(label.origin)
            .add(split == splits.end() ? std::string() : split->second.split)
            .end();
    }
    return lines.take();
}

std::string ratersTable(const PublishedStudy& study)
{
    TableLines lines({"rater", "label", "units", "bias", "scale", "noise", "alpha_with_others"}, false);
    for (const LabelScheme& label : study.labels) {
        const std::optional<RatingTable> table = ratingsOf(study, label);
        if (!table)
            continue;
        const std::vector<RaterProfile> profiles
            = table->isNominal() ? std::vector<RaterProfile>() : raterConsensus(*table).raters;
        for (std::size_t rater = 0; rater < study.raters.size(); ++rater) {
            const auto column = table->column(rater);
            const auto units
                = std::ranges::count_if(column, [](const auto& cell) { return cell.has_value(); });
            if (units == 0)
                continue;
            lines.add(study.raterCode(rater))
                .add(label.name)
                .add(static_cast<std::size_t>(units))
                .add(found(profiles, rater, &RaterProfile::bias))
                .add(found(profiles, rater, &RaterProfile::scale))
                .add(found(profiles, rater, &RaterProfile::noise))
                .add(alphaWithOthers(*table, rater))
                .end();
        }
    }
    return lines.take();
}

std::string splitsTable(const PublishedStudy& study, const std::vector<PublishedLabel>& labels,
                        const std::map<std::string, PublishedSplit>& splits)
{
    TableLines lines({"unit", "split", "group"}, false);
    std::set<std::size_t> labelled;
    for (const PublishedLabel& label : labels)
        labelled.insert(label.unit);
    for (const std::size_t place : labelled) {
        const PublishedUnit& unit = study.units[place];
        const auto split = splits.find(unit.video);
        if (split != splits.end())
            lines.add(unit.id).add(split->second.split).add(split->second.group).end();
    }
    return lines.take();
}

namespace {

void addVersion(TableLines& lines, const std::string& version, const std::vector<LabelScheme>& labels)
{
    for (const LabelScheme& label : labels) {
        if (const auto* scale = std::get_if<NumberScale>(&label.scale)) {
            lines.add(version).add(label.name).add("numbers").add(std::string());
            lines.add(scale->least).add(scale->greatest).add(scale->step).end();
        } else if (const auto* vocabulary = std::get_if<Vocabulary>(&label.scale)) {
            for (const Term& term : vocabulary->terms)
                lines.add(version).add(label.name).add("terms").add(term.name).add("").add("").add("").end();
        } else if (const WordList* list = wordListOf(label)) {
            lines.add(version).add(label.name).add(list->isClosed ? "listed words" : "words");
            lines.add("").add("").add("").add("").end();
            for (const Term& term : list->terms)
                lines.add(version)
                    .add(label.name)
                    .add("proposed word")
                    .add(term.name)
                    .add("")
                    .add("")
                    .add("")
                    .end();
        } else {
            lines.add(version).add(label.name).add("text").add("").add("").add("").add("").end();
        }
    }
}

}

std::string codebookName(std::size_t number)
{
    return fmt::format("v{}", number);
}

std::string codebookTable(const PublishedStudy& study)
{
    TableLines lines({"version", "label", "kind", "term", "least", "greatest", "step"}, false);
    for (std::size_t version = 0; version < study.codebook.size(); ++version)
        addVersion(lines, codebookName(version + 1), study.codebook[version].labels);
    return lines.take();
}

}
