#include "engine/publishing/publication.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/run_part.h"
#include "engine/core/segment_id.h"
#include "engine/core/sha256.h"
#include "engine/core/text_file.h"
#include "engine/core/unfinished.h"
#include "engine/publishing/citation_files.h"
#include "engine/publishing/croissant.h"
#include "engine/publishing/publication_files.h"
#include "engine/publishing/publication_texts.h"
#include "engine/publishing/published_comparisons.h"
#include "engine/publishing/split_shares.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <set>

namespace engine {

namespace {

using Severity = Finding::Severity;

std::string sumOf(const std::string& content)
{
    Sha256 sum;
    sum.add(content.data(), content.size());
    return hexadecimal(sum.digest());
}

CroissantTable tableOf(const char* name, const char* description, std::vector<std::string> key,
                       const std::string& content)
{
    const std::string file = std::string(name) + ".csv";
    CroissantTable table{
        name, file, description, content.size(), sumOf(content), std::move(key), croissantColumns(content)};
    for (CroissantTable::Column& column : table.columns) {
        if (column.name == "unit" && std::string(name) != "labels")
            column.references = "labels/unit";
    }
    return table;
}

/// What a card lacks. @param code  of the finding
void findEmpty(std::vector<Finding>& findings, bool isEmpty, Severity severity, const char* code,
               const char* field, const char* message)
{
    if (isEmpty)
        findings.push_back({severity, code, std::string("card: ") + field, message});
}

/// A folder beside the publication, where archives are written before they are part of it.
class ShardFolder {
public:
    explicit ShardFolder(const PublicationWish& wish)
    {
        if (!wish.shards)
            return;
        const auto place = wish.out.has_filename() ? wish.out : wish.out.parent_path();
        m_path = unfinishedName(place) + ".shards.part";
        makeFolder(m_path);
    }
    ~ShardFolder()
    {
        std::error_code ignored;
        if (!m_path.empty())
            std::filesystem::remove_all(m_path, ignored);
    }
    ShardFolder(const ShardFolder&) = delete;
    ShardFolder& operator=(const ShardFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

constexpr std::size_t kUnitsForModel = 20; ///< fitOrdinalModel() leaves raters as they are assumed below it

std::size_t unitsAnsweredTwice(const PublishedStudy& study)
{
    std::map<std::size_t, std::set<std::size_t>> raters; // by unit
    for (const PublishedVote& vote : study.votes)
        raters[vote.unit].insert(vote.rater);
    return static_cast<std::size_t>(
        std::ranges::count_if(raters, [](const auto& unit) { return unit.second.size() > 1; }));
}

bool isAuthor(const std::string& rater, const PublicationCard& card)
{
    return std::ranges::any_of(card.authors, [&](const PublicationCard::Author& author) {
        return !author.family.empty()
            && (rater == author.family || rater == author.given + " " + author.family);
    });
}

/// Whether a text has the name as words of its own.
bool namesRater(const std::string& text, const std::string& name)
{
    const auto isLetter = [](unsigned char letter) { return std::isalnum(letter) || letter >= 0x80; };
    for (std::size_t at = text.find(name); name.size() > 1 && at != std::string::npos;
         at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !isLetter(text[at - 1])) && (end == text.size() || !isLetter(text[end])))
            return true;
    }
    return false;
}

/// Groups that lie in more than one split.
std::set<std::string> cutGroups(const std::map<std::string, PublishedSplit>& splits)
{
    std::map<std::string, std::string> splitOf;
    std::set<std::string> cut;
    for (const auto& [video, split] : splits) {
        const auto [known, isNew] = splitOf.emplace(split.group, split.split);
        if (!isNew && known->second != split.split)
            cut.insert(split.group);
    }
    return cut;
}

std::string splitOf(const FoldLists& folds, const std::string& video)
{
    for (const auto& [name, ids] : folds) {
        const bool isHere = std::ranges::any_of(
            ids, [&](const std::string& id) { return id == video || videoOfSegment(id) == video; });
        if (isHere)
            return name;
    }
    return {};
}

}

bool PublicationReport::isRefused() const
{
    return std::ranges::any_of(findings,
                               [](const Finding& each) { return each.severity == Severity::Invalid; });
}

PublishedSplits publishedSplits(const PublishedStudy& study, const std::vector<SplitShare>& shares)
{
    std::vector<SplitVideo> videos;
    for (const PublishedUnit& unit : study.units) {
        if (!videos.empty() && videos.back().id == unit.video)
            continue;
        const auto speaker = study.speakers.find(unit.video);
        videos.push_back({unit.video, study.seconds.at(unit.video), {}});
        if (speaker != study.speakers.end())
            videos.back().speakers = {speaker->second};
    }
    const bool byFolds = shares.empty() && !study.folds.empty();
    const GroupSplits drawn = groupSplits(
        videos,
        shares.empty() ? std::vector<SplitShare>{{"train", 0.7}, {"valid", 0.1}, {"test", 0.2}} : shares);
    PublishedSplits splits;
    for (const auto& [video, place] : drawn.videos)
        splits.videos[video]
            = {byFolds ? splitOf(study.folds, video) : place.split, fmt::format("g{:03}", place.group + 1)};
    if (!byFolds) {
        splits.largestDeviation = drawn.largestDeviation;
        for (const std::string& video : drawn.tooLarge)
            splits.tooLarge.push_back(splits.videos.at(video).group);
    }
    return splits;
}

std::vector<Finding> cardFindings(const PublicationCard& card, const PublishedStudy& study)
{
    std::vector<Finding> findings;
    findEmpty(findings, card.licence.empty(), Severity::Invalid, "no_licence", "licence",
              "Without a licence nobody may use it: name one by its SPDX id, such as CC-BY-4.0.");
    findEmpty(findings, card.title.empty(), Severity::Invalid, "no_title", "title",
              "The dataset has no title.");
    findEmpty(findings, card.authors.empty(), Severity::Invalid, "no_authors", "authors",
              "Nobody is named who made it; CITATION.cff and Zenodo require somebody.");
    findEmpty(findings, card.url.empty() && card.doi.empty(), Severity::Warning, "no_url", "url",
              "Neither an address nor a DOI says where it is found.");
    findEmpty(findings, card.consent.empty(), Severity::Warning, "no_consent", "consent",
              "What the filmed people agreed to is not said.");
    findEmpty(findings, card.erasure.empty(), Severity::Warning, "no_erasure", "erasure",
              "Nobody is named who takes people out on their wish.");
    findEmpty(findings, card.summary.empty(), Severity::Warning, "no_summary", "summary",
              "It is not said what it is.");
    for (std::size_t rater = 0; rater < study.raters.size(); ++rater) {
        if (isAuthor(study.raters[rater], card))
            findings.push_back(
                {Severity::Warning, "rater_is_author", "raters: " + study.raterCode(rater),
                 "Somebody who rated is named as an author, so answers may be known to be theirs."});
    }
    const std::string texts = card.title + '\n' + card.summary + '\n' + card.raters + '\n' + card.consent
        + '\n' + fmt::format("{}\n{}", fmt::join(card.limits, "\n"), fmt::join(card.changes, "\n"));
    for (std::size_t rater = 0; rater < study.raters.size(); ++rater) {
        if (namesRater(texts, study.raters[rater]))
            findings.push_back({Severity::Warning, "rater_named", "raters: " + study.raterCode(rater),
                                "A text of the card has the name of somebody who rated."});
    }
    return findings;
}

std::vector<Finding> studyFindings(const PublishedStudy& study, const PublishedSplits& splits)
{
    std::vector<Finding> findings;
    for (const std::string& tier : study.otherTiers)
        findings.push_back(
            {Severity::Warning, "tier_left_out", "tier " + tier,
             fmt::format("The tier {} was judged, too, and stays out; polylogue-cli publish --tier "
                         "publishes it.",
                         tier)});
    if (const std::size_t twice = unitsAnsweredTwice(study); !study.votes.empty() && twice < kUnitsForModel)
        findings.push_back(
            {Severity::Warning, "few_answers", "votes",
             fmt::format(
                 "{} segments have two answers, fewer than {}: what a crowd would say rests on what is "
                 "assumed of raters and lies nearer to the middle; the plain mean stands beside it.",
                 twice, kUnitsForModel)});
    if (study.units.empty())
        findings.push_back(
            {Severity::Invalid, "no_segments", "tier " + study.tier, "There is no segment to publish."});
    if (std::ranges::any_of(study.units,
                            [&](const PublishedUnit& unit) { return !study.speakers.contains(unit.video); }))
        findings.push_back({Severity::Warning, "speakers_unknown", "videos",
                            "Of some videos the speaker is not known: each of these is a group by itself."});
    if (std::ranges::any_of(splits.videos, [](const auto& split) { return split.second.split.empty(); }))
        findings.push_back({Severity::Warning, "no_splits", "splits.csv", "Some videos are in no split."});
    for (const std::string& group : cutGroups(splits.videos))
        findings.push_back({Severity::Warning, "group_cut", "splits.csv: " + group,
                            "Videos of one speaker lie in several splits: figures on them say too much."});
    for (const std::string& group : splits.tooLarge)
        findings.push_back(
            {Severity::Warning, "group_too_large", "splits.csv: " + group,
             "What cannot be parted is longer than one and a half times the part of its split."});
    return findings;
}

std::vector<Finding> publicationFindings(const PublicationCard& card, const PublishedStudy& study,
                                         const PublishedSplits& splits)
{
    std::vector<Finding> findings = cardFindings(card, study);
    const std::vector<Finding> ofStudy = studyFindings(study, splits);
    findings.insert(findings.end(), ofStudy.begin(), ofStudy.end());
    return findings;
}

PublicationReport publish(const PublishedStudy& study, const PublicationWish& wish, const RunContext& run)
{
    const PublishedSplits splits = publishedSplits(study, wish.shares);
    PublicationReport report{{}, publicationFindings(wish.card, study, splits)};
    if (report.isRefused())
        return report;
    const std::vector<PublishedLabel> labels = publishedLabels(study, wish.rule, runPart(run, 0.0, 0.05));
    const PublishedFacts facts = publishedFacts(study, labels, wish.seed, runPart(run, 0.05, 0.1));
    const MethodsText methods = methodsText(facts, wish.card, wish.version, wish.seed);
    std::map<std::string, std::string> compared = comparisonTables(study, wish.tables);
    std::vector<std::string> further;
    for (const auto& [path, from] : wish.copies)
        further.push_back(path);
    if (compared.contains("comparison_texts.csv"))
        further.emplace_back("comparison_texts.csv");
    if (wish.shards)
        further.emplace_back("shards/");
    std::map<std::string, std::string> files{
        {"labels.csv", labelsTable(study, labels, splits.videos, wish.tables)},
        {"votes.csv", votesTable(study, wish.tables)},
        {"raters.csv", ratersTable(study)},
        {"splits.csv", splitsTable(study, labels, splits.videos)},
        {"codebook.csv", codebookTable(study)},
        {"agreement.json", wish.agreement},
        {"README.md", cardText(wish.card, facts, methods, splitsSection(study, labels, splits), further)},
        {"LICENSE", licenceText(wish.card)},
        {"CONSENT.md", consentText(wish.card)},
        {"CITATION.cff", citationCff(wish.card)},
        {".zenodo.json", jsonText(zenodoJson(wish.card), 2) + "\n"},
        {"methods.md", methodsMarkdown(methods)},
        {"methods.tex", methodsTex(methods)},
        {"references.bib", bibTeX(wish.card)}};
    for (std::size_t version = 1; version <= study.codebook.size(); ++version)
        files[fmt::format("codebook/{}.md", codebookName(version))] = codebookText(study, version);
    std::vector<CroissantTable> tables{
        tableOf("labels", "A value per unit and label.", {"unit", "label"}, files["labels.csv"]),
        tableOf("votes", "A row per answer of a rater.",
                {"unit", "label", "rater", "pass", "purpose", "step_of_pass"}, files["votes.csv"]),
        tableOf("splits", "The split of each unit; a group is never cut.", {"unit"}, files["splits.csv"])};
    files.merge(compared);
    if (const auto scores = files.find("comparison_scores.csv"); scores != files.end())
        tables.push_back(tableOf("comparison_scores", "A strength per comparison and item.",
                                 {"comparison", "item"}, scores->second));
    files["croissant.json"] = jsonText(croissant(wish.card, tables), 2) + "\n";
    std::vector<PublicationSum> sums;
    for (const auto& [path, content] : files) {
        sums.push_back({sumOf(content), path});
        report.files.push_back({path, content.size(), sums.back().sha256});
    }
    removeAbandoned(wish.out.has_filename() ? wish.out : wish.out.parent_path());
    const ShardFolder shardFolder(wish);
    std::map<std::string, std::filesystem::path> copies = wish.copies;
    if (wish.shards) {
        UnitShards shards = writeUnitShards(study, labels, splits.videos, *wish.shards, shardFolder.path(),
                                            runPart(run, 0.1, 0.8));
        copies.merge(shards.files);
        report.findings.insert(report.findings.end(), shards.findings.begin(), shards.findings.end());
    }
    const RunContext summing = runPart(run, 0.8, 0.9);
    std::size_t summed = 0;
    for (const auto& [path, from] : copies) {
        summing.tick(summed++, copies.size());
        sums.push_back({hexadecimal(sha256OfFile(from, {run.stop, {}})), path});
        report.files.push_back({path, std::filesystem::file_size(from), sums.back().sha256});
    }
    std::ranges::sort(sums, {}, &PublicationSum::path);
    std::ranges::sort(report.files, {}, &PublishedFile::path);
    files[kPublicationSums] = sumsText(sums);
    writePublicationFolder(wish.out, files, copies, wish.overwrites, runPart(run, 0.9, 1.0));
    report.files.push_back(
        {kPublicationSums, files[kPublicationSums].size(), sumOf(files[kPublicationSums])});
    return report;
}

}
