#include "engine/publishing/publication_texts.h"

#include "engine/publishing/citation_files.h"
#include "engine/publishing/publication_tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <set>

namespace engine {

namespace {

std::string counted(std::size_t number, const char* one, const char* many)
{
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string percent(std::size_t part, std::size_t whole)
{
    return fmt::format("{:.0f} %",
                       whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

/// `0.71 [0.66, 0.75] over 412 units`, or why there is none.
std::string alphaText(const PublishedFacts::OfLabel& label)
{
    if (!label.alpha.value)
        return "undefined: " + label.alpha.undefined;
    const std::string interval = label.alpha.interval
        ? fmt::format(" [{:.2f}, {:.2f}]", label.alpha.interval->low, label.alpha.interval->high)
        : std::string();
    return fmt::format("{:.2f}{} over {}", *label.alpha.value, interval,
                       counted(label.alpha.units, "unit", "units"));
}

std::string shownText(const std::vector<std::string>& shown)
{
    std::string all = fmt::format("{}", fmt::join(shown, "; or "));
    std::size_t at = 0;
    while ((at = all.find('+', at)) != std::string::npos)
        all.replace(at, 1, ", ");
    return all;
}

const char* sizeCategory(std::size_t units)
{
    constexpr std::array bounds{std::pair{1000UL, "n<1K"}, std::pair{10000UL, "1K<n<10K"},
                                std::pair{100000UL, "10K<n<100K"}, std::pair{1000000UL, "100K<n<1M"}};
    for (const auto& [bound, category] : bounds) {
        if (units < bound)
            return category;
    }
    return "1M<n<10M";
}

std::string ruleText(const std::string& rule)
{
    if (rule == "crowd")
        return "what the mean of many such raters would say, by an ordinal model of the raters";
    if (rule == "mean")
        return "the mean of the raters' answers";
    if (rule == "label")
        return "the median step of an ordinal model of the raters";
    if (rule == "settled")
        return "what a person settled on";
    if (rule == "given")
        return "what the files of the dataset or a single person say";
    return "the most frequent answer";
}

/// How the values of a label are made: `what a person settled on, or the mean of the raters' answers`.
std::string rulesText(const PublishedFacts::OfLabel& label)
{
    std::vector<std::string> texts;
    for (const std::string& rule : label.rules)
        texts.push_back(ruleText(rule));
    return fmt::format("{}", fmt::join(texts, ", or "));
}

std::string influenceText(const std::string& label, const Influence& found)
{
    std::string text = fmt::format(
        "Chance decided for which answers to {} a prediction was visible: there ({}, {}) answers lay {:.2f} "
        "steps {} it (p = {:.2g})",
        label, counted(found.answersShown, "answer", "answers"), counted(found.units, "segment", "segments"),
        std::abs(*found.closer), *found.closer < 0.0 ? "further from" : "nearer to", *found.chance);
    if (found.pull && found.low && found.high)
        text += fmt::format("; its pull was {:.2f} [{:.2f}, {:.2f}]", *found.pull, *found.low, *found.high);
    return text + ".";
}

std::string list(const std::vector<std::string>& items, const char* none)
{
    if (items.empty())
        return std::string(none) + "\n";
    return fmt::format("- {}\n", fmt::join(items, "\n- "));
}

std::string orToBeWritten(const std::string& text)
{
    return (text.empty() ? "*Not said.*" : text) + "\n";
}

std::string cardHead(const PublicationCard& card, const PublishedFacts& facts)
{
    std::string head = "---\n";
    std::string licence = card.licence;
    std::ranges::transform(licence, licence.begin(),
                           [](unsigned char letter) { return std::tolower(letter); });
    head += fmt::format("license: {}\nlanguage:\n", licence);
    for (const std::string& language : card.languages)
        head += fmt::format("  - {}\n", language);
    head += fmt::format("pretty_name: {}\ntags:\n", yamlText(card.title));
    for (const std::string& keyword : card.keywords)
        head += fmt::format("  - {}\n", yamlText(keyword));
    head += fmt::format("size_categories:\n  - {}\nconfigs:\n", sizeCategory(facts.units));
    for (const char* table : {"labels", "votes"})
        head += fmt::format("  - config_name: {0}\n    data_files: {0}.csv\n", table);
    return head + "---\n";
}

std::string agreementTable(const PublishedFacts& facts)
{
    std::string text = "| label | scale | units | raters | answers per unit (median) | Krippendorff's α "
                       "|\n|---|---|---|---|---|---|\n";
    for (const PublishedFacts::OfLabel& label : facts.labels)
        text += fmt::format("| {} | {} | {} | {} | {:g} | {} |\n", label.label, label.scale, label.units,
                            label.raters, label.medianVotes,
                            label.alpha.value ? fmt::format("{} ({})", alphaText(label), label.metric)
                                              : alphaText(label));
    return text;
}

/// Passes in which segments or texts were compared; empty: there are none.
std::string comparisonsText(const PublishedFacts& facts)
{
    if (facts.comparisons.empty())
        return {};
    std::string text = "## Comparisons\n\n| comparison | asked | rater | compared | answers | split-half r "
                       "|\n|---|---|---|---|---|---|\n";
    for (const PublishedFacts::OfComparison& each : facts.comparisons)
        text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", each.name, each.kind, each.rater, each.items,
                            each.answers, each.splitHalf ? fmt::format("{:.2f}", *each.splitHalf) : "");
    return text
        + "\n`comparison_scores.csv` has strengths by the model of Bradley and Terry, in logits, each with "
          "its deviation; of best and worst also (best - worst) / shown.\n\n";
}

/// What lies there beside the tables, a row each: sequences, and folders as a whole.
std::string furtherFiles(const std::vector<std::string>& further)
{
    std::set<std::string> rows;
    for (const std::string& path : further) {
        if (path.starts_with("media/"))
            rows.insert("| `media/` | the recordings |\n");
        else if (path.starts_with("shards/"))
            rows.insert("| `shards/` | a clip of each unit, as WebDataset reads them |\n");
        else if (path == "comparison_texts.csv")
            rows.insert("| `comparison_texts.csv` | the texts that were compared |\n");
        else if (path == "labels.csd")
            rows.insert("| `labels.csd` | labels as the dataset came with them; what this study says is in "
                        "`labels.csv` |\n");
        else
            rows.insert(fmt::format("| `{}` | a sequence of the dataset, as its file is |\n", path));
    }
    return fmt::format("{}", fmt::join(rows, ""));
}

std::string columnsText()
{
    return "`labels.csv`: `rule` is settled (a person decided), crowd (what the mean of many such raters "
           "would say), mean, "
           "label (the median step), majority, or given (by the dataset or a single person); of ties "
           "`majority` is the "
           "mean. `sd` is the deviation of `crowd`, `set_low` to `set_high` are the steps with 90 %, `n` is "
           "how many "
           "raters answered. `votes.csv`: `purpose` is judging, again (to check the rater) or training; "
           "`exposure` says "
           "whether a prediction was visible before the answer: none, shown, free (nobody kept it) or "
           "unknown; `routed` why "
           "a unit was asked: begin, gain, random, guideline, or nothing (the order of the pass); `gold` "
           "whether the right "
           "value was known. Units count from 0.\n\n";
}

}

MethodsText methodsText(const PublishedFacts& facts, const PublicationCard& card, const std::string& version,
                        std::uint32_t seed)
{
    MethodsText methods;
    const std::string speakers
        = facts.speakers ? ", " + counted(*facts.speakers, "speaker", "speakers") : std::string();
    if (!facts.speakers)
        methods.missing.emplace_back("how many people speak in the videos");
    methods.sentences.push_back(fmt::format("The dataset has {} of {} ({:.2f} hours{}).",
                                            counted(facts.units, "segment", "segments"),
                                            counted(facts.videos, "video", "videos"), facts.hours, speakers));
    if (facts.shown.empty())
        methods.missing.emplace_back("what raters could see and hear");
    for (const PublishedFacts::OfLabel& label : facts.labels) {
        if (label.raters == 0) {
            methods.missing.push_back("who labelled " + label.label);
            continue;
        }
        methods.sentences.push_back(fmt::format(
            "{} of {} were labelled for {} ({}) by {} (median {:g} per segment){}.",
            counted(label.judged, "segment", "segments"), counted(label.videos, "video", "videos"),
            label.label, label.scale, counted(label.raters, "rater", "raters"), label.medianVotes,
            facts.shown.empty() ? std::string() : ", who saw " + shownText(facts.shown)));
        if (label.alpha.value)
            methods.sentences.push_back(
                fmt::format("Krippendorff's α ({}) was {}.", label.metric, alphaText(label)));
        else
            methods.missing.push_back("how far raters agreed on " + label.label);
        if (label.settled > 0.0)
            methods.sentences.push_back(fmt::format("{:.0f} % of the labels of {} were settled by a person.",
                                                    100.0 * label.settled, label.label));
    }
    if (facts.answersKnown > 0)
        methods.sentences.push_back(
            facts.answersKnown < facts.answersJudging ? fmt::format(
                "Of {} of {} answers it is known whether a prediction was visible: of {} of these one was.",
                facts.answersKnown, facts.answersJudging, facts.answersWithSight)
                : facts.answersWithSight == 0
                ? "Predictions were hidden until the answer."
                : fmt::format("Predictions were visible for {} of the answers.",
                              percent(facts.answersWithSight, facts.answersKnown)));
    else
        methods.missing.emplace_back("whether raters saw predictions before they answered");
    if (facts.gold > 0)
        methods.sentences.push_back(
            fmt::format("{} with a known right value served to train and check raters.",
                        counted(facts.gold, "gold item", "gold items")));
    if (facts.repeated > 0)
        methods.sentences.push_back(
            fmt::format("{} of the segments were answered more than once by the same rater.",
                        percent(facts.repeated, facts.units)));
    if (card.raters.empty())
        methods.missing.emplace_back("how raters were chosen and trained");
    else
        methods.sentences.push_back(
            card.raters
            + (std::string_view(".!?").find(card.raters.back()) == std::string_view::npos ? "." : ""));
    std::map<std::string, std::vector<std::string>> byRule;
    for (const PublishedFacts::OfLabel& label : facts.labels) {
        if (label.units > 0)
            byRule[rulesText(label)].push_back(label.label);
    }
    for (const auto& [rules, labels] : byRule)
        methods.sentences.push_back(fmt::format("Labels of {} are {}.", fmt::join(labels, ", "), rules));
    bool isMeasured = false;
    for (const PublishedFacts::OfLabel& label : facts.labels) {
        if (!label.influence || !label.influence->closer)
            continue;
        methods.sentences.push_back(influenceText(label.label, *label.influence));
        isMeasured = true;
    }
    if (!isMeasured)
        methods.missing.emplace_back("the effect of visible predictions on the answers");
    methods.sentences.push_back(fmt::format("Made with Polylogue {} (seed {}).", version, seed));
    return methods;
}

std::string methodsMarkdown(const MethodsText& methods)
{
    return fmt::format("# Methods\n\n{}\n\n## To be written by you\n\n{}", fmt::join(methods.sentences, " "),
                       list(methods.missing, "Nothing."));
}

std::string methodsTex(const MethodsText& methods)
{
    std::string text;
    for (const std::string& sentence : methods.sentences) {
        for (std::size_t i = 0; i < sentence.size(); ++i) {
            if (sentence.compare(i, 2, "α") == 0) {
                text += "$\\alpha$";
                ++i; // two bytes
            } else {
                if (std::string_view("%&#_").find(sentence[i]) != std::string_view::npos)
                    text += '\\';
                text += sentence[i];
            }
        }
        text += '\n';
    }
    for (const std::string& missing : methods.missing)
        text += "% to be written by you: " + missing + "\n";
    return text;
}

std::string cardText(const PublicationCard& card, const PublishedFacts& facts, const MethodsText& methods,
                     const std::string& splits, const std::vector<std::string>& further)
{
    std::vector<std::string> authors;
    for (const PublicationCard::Author& author : card.authors)
        authors.push_back(fullName(author)
                          + (author.affiliation.empty() ? std::string() : " (" + author.affiliation + ")"));
    std::string text = cardHead(card, facts);
    text += fmt::format("# {}\n\n{}\n", card.title, orToBeWritten(card.summary));
    text += fmt::format(
        "| what | |\n|---|---|\n| licence | [{}]({}), see `LICENSE` |\n| made by | {} |\n| languages | {} |\n"
        "| videos | {}, {:.2f} hours |\n| speakers | {} |\n| units | {} |\n| answers | {} |\n| version | "
        "{}{} |\n\n",
        card.licence, licenceAddress(card.licence), fmt::join(authors, ", "),
        card.languages.empty() ? "not said" : fmt::format("{}", fmt::join(card.languages, ", ")),
        facts.videos, facts.hours, facts.speakers ? fmt::format("{}", *facts.speakers) : "not known",
        facts.units, facts.votes, card.version, card.date.empty() ? "" : " of " + card.date);
    text += fmt::format("## Labels and agreement\n\n{}\n`rule` of `labels.csv` says how each value was made; "
                        "the plain mean stands beside "
                        "it. `votes.csv` has every answer as it was given.\n\n",
                        agreementTable(facts));
    text += comparisonsText(facts);
    text += splits;
    text += fmt::format(
        "## Raters\n\n{}\nCodes such as r01 stand for people; their names are not in this folder.\n\n",
        orToBeWritten(card.raters));
    text += fmt::format("## How it was made\n\n{}\n\n", fmt::join(methods.sentences, " "));
    text += fmt::format("## Known limits\n\n{}\n", list(card.limits, "*Not said.*"));
    text += fmt::format("## Consent and erasure\n\nSee `CONSENT.md`. To have somebody taken out: {}\n",
                        orToBeWritten(card.erasure));
    text += "## Files\n\n| file | holds |\n|---|---|\n| `labels.csv` | a value per unit and label |\n| "
            "`votes.csv` | a row per answer |\n"
            "| `raters.csv` | how each rater judged |\n";
    if (!facts.comparisons.empty())
        text += "| `comparisons.csv`, `comparison_scores.csv` | answers to which of two is more, which of "
                "four best and worst, and what follows of each |\n";
    text += "| `splits.csv` | train, valid, test; a group is never "
            "cut |\n"
            "| `agreement.json` | figures with their rules and intervals |\n| `codebook/`, `codebook.csv` | "
            "what labels mean |\n"
            "| `croissant.json`, `CITATION.cff`, `.zenodo.json` | the same for machines |\n| `methods.md`, "
            "`methods.tex`, `references.bib` | for "
            "a paper |\n| `LICENSE`, `CONSENT.md` | what others may do; what the filmed people agreed to |\n"
        + furtherFiles(further)
        + "| `CHECKSUMS.sha256` | of all others: `polylogue-cli publish --verify` |\n\n";
    text += columnsText();
    text += fmt::format("Times are seconds. A CSV file is UTF-8, with a line of names; what is not known is "
                        "empty.\n\n## How to "
                        "cite\n\n```bibtex\n{}```\n\n",
                        bibTeX(card));
    return text + fmt::format("## Changes\n\n{}", list(card.changes, "The first version."));
}

std::string licenceText(const PublicationCard& card)
{
    if (!card.licenceText.empty())
        return card.licenceText + (card.licenceText.ends_with('\n') ? "" : "\n");
    return fmt::format("This dataset is licensed under {}.\nThe text of the licence: {}\n", card.licence,
                       licenceAddress(card.licence));
}

std::string consentText(const PublicationCard& card)
{
    return fmt::format("# Consent\n\nWhat the people in this dataset agreed to:\n\n{}\n## Erasure\n\n{}",
                       orToBeWritten(card.consent), orToBeWritten(card.erasure));
}

std::string codebookText(const PublishedStudy& study, std::size_t version)
{
    std::string text = fmt::format("# Codebook {}\n\nSegments of the tier `{}` carry these labels.\n",
                                   codebookName(version), study.tier);
    for (const LabelScheme& label : study.codebook[version - 1].labels) {
        const std::string scale = scaleText(label);
        text += fmt::format("\n## {}\n\n{}{}.\n", label.name,
                            static_cast<char>(std::toupper(static_cast<unsigned char>(scale.front()))),
                            scale.substr(1));
    }
    if (study.codebook.size() == 1)
        return text + "\nEvery answer was given under this version.\n";
    const auto count = std::ranges::count_if(study.votes, [&](const PublishedVote& vote) {
        return versionAt(study.codebook, vote.given) == version;
    });
    const std::string from = version == 1 ? "the beginning" : utcTime(study.codebook[version - 1].from);
    const std::string to = version == study.codebook.size() ? "now" : utcTime(study.codebook[version].from);
    return text
        + fmt::format("\nFrom {} to {}; {} of {} answers were given under this version.\n", from, to, count,
                      study.votes.size());
}

}
