#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/project_dataset.h"
#include "engine/cli/said.h"
#include "engine/cli/whole_project.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/run_part.h"
#include "engine/project_items/dataset_item.h"
#include "engine/publishing/agreement_of_votes.h"
#include "engine/publishing/publication.h"
#include "engine/publishing/publication_copies.h"

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

struct PublishArguments {
    fs::path project;
    std::vector<fs::path> dataset;
    fs::path card; ///< empty: what the project keeps
    fs::path verify; ///< a folder that is looked at; empty: one is published
    std::string tier;
    std::string rule = "crowd";
    PublicationWish wish;
    std::vector<std::string> sequences; ///< keys of the dataset's that go along
    std::vector<std::string> shares; ///< `train=.7`
    std::vector<std::string> models; ///< raters that are none
    bool media = false;
    bool shards = false;
    double shardMiB = 256.0;
    bool json = false;
    bool progress = false;
};

PublicationCard cardFor(const PublishArguments& options, const Annotation& annotation)
{
    if (options.card.empty())
        return publicationCardOf(annotation).value_or(PublicationCard());
    std::ifstream stream(options.card);
    if (!stream)
        throw IoError("file_not_found", options.card.string(), "cannot be opened");
    try {
        return publicationCard(nlohmann::json::parse(stream), options.card.string());
    } catch (const nlohmann::json::parse_error& error) {
        throw FormatError("data_invalid", options.card.string(), error.what());
    }
}

/// Of `train=.7`. @throws CLI::ValidationError
SplitShare shareOf(const std::string& text)
{
    const std::size_t sign = text.find('=');
    double part = 0.0;
    if (sign == std::string::npos || sign == 0 || !CLI::detail::lexical_cast(text.substr(sign + 1), part))
        throw CLI::ValidationError("--shares", "'" + text + "' is no share such as train=.7");
    return {text.substr(0, sign), part};
}

PublicationReport published(PublishArguments& options, const RunContext& run)
{
    refuseInputsAsOutputs(std::array{options.project, options.card}, std::array{options.wish.out});
    const Annotation annotation = wholeProject(options.project, "published");
    OpenedSequences dataset;
    const bool hasDataset = !options.dataset.empty() || !datasetPaths(annotation, options.project).empty();
    if (hasDataset) {
        dataset = datasetOfProject(annotation, options.project, options.dataset, runPart(run, 0.0, 0.05));
        for (const std::string& failure : dataset.failures)
            say(stderr, "note: {}\n", failure);
    }
    AllTiers tiers(annotation, hasDataset ? &dataset : nullptr);
    const PublishedStudy study
        = withoutRaters(publishedStudy(annotation, tiers, dataset.list, options.tier,
                                       options.project.string(), runPart(run, 0.05, 0.1)),
                        {options.models.begin(), options.models.end()});
    if (!options.sequences.empty() && !annotation.tiers().empty())
        say(stderr,
            "note: sequences go along as their files are; what was edited in the project is in the tables "
            "alone. "
            "polylogue-cli snapshot writes edited sequences.\n");
    options.wish.card = cardFor(options, annotation);
    options.wish.rule = publishedRuleOf(options.rule).value();
    options.wish.version = POLYLOGUE_VERSION;
    options.wish.copies = publicationCopies(dataset.list, options.sequences, options.media);
    if (options.shards)
        options.wish.shards
            = ShardWish{&dataset.list, static_cast<std::uint64_t>(options.shardMiB * 1048576.0)};
    options.wish.agreement = agreementOfVotes(study, options.wish.seed, runPart(run, 0.1, 0.2));
    return publish(study, options.wish, runPart(run, 0.2, 1.0));
}

int tell(const PublicationReport& report, const PublishArguments& options)
{
    if (options.json) {
        nlohmann::json files = nlohmann::json::array(), findings = nlohmann::json::array();
        for (const PublishedFile& file : report.files)
            files.push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
        for (const Finding& finding : report.findings)
            findings.push_back({{"code", finding.code},
                                {"level", name(finding.severity)},
                                {"place", finding.place},
                                {"text", finding.message}});
        fmt::print("{}\n", jsonText(nlohmann::json{{"files", files}, {"findings", findings}}, 2));
        return report.isRefused() ? 1 : 0;
    }
    for (const Finding& finding : report.findings)
        say(stderr, "{}: {}: {}: {}\n", name(finding.severity), finding.code, finding.place, finding.message);
    if (!options.verify.empty())
        say(stdout, "{}: {} files, {} findings\n", options.verify.string(), report.files.size(),
            report.findings.size());
    else if (report.files.empty())
        say(stdout, "Nothing was written.\n");
    else
        say(stdout, "{}: {} files\n", options.wish.out.string(), report.files.size());
    return report.isRefused() ? 1 : 0;
}

int publishOrVerify(PublishArguments options)
{
    const RunContext run = options.progress
        ? progressInLines()
        : progressOnTerminal(options.verify.empty() ? "Publishing" : "Verifying");
    if (!options.verify.empty())
        return tell(verifyPublication(options.verify, run), options);
    return tell(published(options, run), options);
}

}

void addPublish(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "publish",
        "Makes of a project a folder that others can trust: card, licence, votes, labels, agreement, "
        "codebook, splits, "
        "descriptions for machines, sums; or verifies such a folder. Names of people are in none of it.");
    auto options = std::make_shared<PublishArguments>();
    command->add_option("PROJECT", options->project, "the project (.polylogue)");
    CLI::Option* const out = command->add_option("--out", options->wish.out, "the folder that is made");
    command
        ->add_option("--verify", options->verify,
                     "look at a published folder instead: sums, tables, units, groups of splits")
        ->excludes(out);
    command->add_option(
        "--card", options->card,
        "what a person says of it (JSON): title, summary, licence (SPDX id), authors, languages, keywords, "
        "version, date, doi, url, consent, erasure, raters, limits, changes; otherwise what the project "
        "keeps");
    command->add_option("--tier", options->tier,
                        "the tier whose labels are published (otherwise the judged one)");
    command
        ->add_option("--rule", options->rule,
                     "the value of what nobody settled: crowd (if not given), mean, label, majority")
        ->check(CLI::IsMember({"crowd", "mean", "label", "majority"}));
    command
        ->add_option("--dataset", options->dataset,
                     "where the project's dataset lies, if elsewhere than it says")
        ->allow_extra_args(false);
    command
        ->add_option("--sequences", options->sequences,
                     "also these sequences of the dataset, by their keys: words,labels")
        ->delimiter(',')
        ->allow_extra_args(false);
    command->add_flag("--media", options->media,
                      "also the recordings as they are, with faces and voices: only where everybody agreed");
    CLI::Option* const shards
        = command->add_flag("--shards", options->shards,
                            "also a clip of each unit, in archives as WebDataset reads them (shards/*.tar): "
                            "UNIT.json, .mp4, .txt, .wav; with faces and voices as they are");
    command->add_option("--shard-size", options->shardMiB, "MiB that an archive has at most (otherwise 256)")
        ->check(CLI::Range(1.0, 1048576.0))
        ->needs(shards);
    command->add_flag("--comments", options->wish.tables.comments,
                      "also comments of raters, which may name people");
    command->add_flag("--guard-cells", options->wish.tables.guardsCells,
                      "put an apostrophe before cells that a spreadsheet would run as formulas");
    command->add_option("--seed", options->wish.seed, "of intervals (otherwise 1)");
    command->add_flag("--overwrite", options->wish.overwrites, "replace an earlier publication");
    command->add_flag("--json", options->json, "print files and findings as JSON");
    command->add_flag("--progress", options->progress,
                      "print a line on stderr for each percent, for a program that reads it");
    command
        ->add_option("--shares", options->shares,
                     "draw splits anew, by the longest group first, for example train=.7,valid=.1,test=.2")
        ->delimiter(',')
        ->allow_extra_args(false);
    command
        ->add_option("--model", options->models,
                     "raters that are models: their answers are left out, and they count as nobody")
        ->delimiter(',')
        ->allow_extra_args(false);
    command->callback([&action, options] {
        if (options->verify.empty() && (options->project.empty() || options->wish.out.empty()))
            throw CLI::ValidationError("publish", "name a project and --out, or a folder by --verify");
        for (const std::string& share : options->shares)
            options->wish.shares.push_back(shareOf(share));
        action = [options] { return publishOrVerify(*options); };
    });
}

}
