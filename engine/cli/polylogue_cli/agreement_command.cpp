#include "engine/agreement_reports/agreement_json.h"
#include "engine/agreement_reports/segment_report.h"
#include "engine/cli/polylogue_cli/agreement_consensus.h"
#include "engine/cli/polylogue_cli/agreement_output.h"
#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/rated_label.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace engine::cli {

namespace {

struct AgreementArguments {
    std::vector<std::filesystem::path> files;
    RatingFileOptions reading;
    AgreementOptions agreement;
    std::string metric;
    std::vector<std::string> statistics{"alpha"};
    std::filesystem::path consensus; ///< file to write; empty: none
    bool json = false;
};

bool isChosen(const AgreementArguments& options, const std::string& statistic)
{
    return std::ranges::find(options.statistics, statistic) != options.statistics.end();
}

/// What was chosen; of `all`, what needs a model or times is left out where there are none.
std::set<Agreement> familiesOf(const AgreementArguments& options)
{
    std::set<Agreement> families;
    for (const auto& [name, family] : agreementNames()) {
        if (isChosen(options, "all") || isChosen(options, name))
            families.insert(family);
    }
    return families;
}

int agreement(AgreementArguments options)
{
    for (const AlphaMetric metric : {AlphaMetric::Nominal, AlphaMetric::Ordinal, AlphaMetric::Interval,
                                     AlphaMetric::Ratio, AlphaMetric::Sets}) {
        if (options.metric == name(metric))
            options.agreement.metric = metric;
    }
    options.agreement.statistics = familiesOf(options);
    options.reading.asWords
        = options.agreement.metric == AlphaMetric::Nominal || options.agreement.metric == AlphaMetric::Sets;
    const RatingTables ratings = readRatingFiles(options.files, options.reading);
    const bool asksForSegments = std::ranges::any_of(agreementNames(), [&](const auto& name) {
        return isOfSegments(name.second) && isChosen(options, name.first);
    });
    if (ratings.segments.empty() && asksForSegments)
        throw FormatError(
            "data_invalid", options.files.front().string(),
            "has no times of each rater's segments: columns start and end beside annotator, or a file "
            "per rater");
    const std::vector<LabelConsensus> consensus
        = options.consensus.empty() ? std::vector<LabelConsensus>() : consensusOf(ratings);
    if (!options.consensus.empty()) {
        refuseInputsAsOutputs(options.files, std::array{options.consensus});
        if (consensus.empty())
            throw FormatError("no_numbers", options.files.front().string(),
                              "holds no label of numbers, on which there could be a consensus");
        writeConsensus(consensus, options.consensus);
    }
    const std::vector<AgreementReport> reports = agreementReports(ratings, options.agreement);
    if (!options.json) {
        for (std::size_t i = 0; i < reports.size(); ++i)
            fmt::print("{}{}", i > 0 ? "\n" : "", terminalLines(agreementText(reports[i])));
        for (const LabelConsensus& label : consensus)
            fmt::print("\n{}", terminalLines(profilesText(label)));
        return 0;
    }
    nlohmann::json json{{"reports", nlohmann::json::array()}, {"notes", ratings.notes}};
    for (const AgreementReport& report : reports)
        json["reports"].push_back(agreementJson(report));
    for (const LabelConsensus& label : consensus)
        json["consensus"].push_back(profilesJson(label));
    fmt::print("{}\n", jsonText(json, 2));
    return 0;
}

}

void addAgreement(CLI::App& program, Action& action)
{
    std::vector<std::string> statistics{"all"};
    for (const auto& [name, family] : agreementNames())
        statistics.push_back(name);

    auto* command = program.add_subcommand(
        "agreement",
        "How far raters agree: alpha, kappa, ICC, CCC and others, each with its rule and its counts.");
    auto options = std::make_shared<AgreementArguments>();
    command
        ->add_option("FILE", options->files,
                     "tables of ratings (CSV, TSV): a column per rater, or a file per rater, or "
                     "a row per unit and annotator; or tiers (EAF, TextGrid, csd, a project, …), a file "
                     "or annotator per rater")
        ->required();
    command
        ->add_option("--id", options->reading.ids,
                     "columns that name the unit and are no ratings (otherwise unit, or "
                     "video_id and clip_id)")
        ->delimiter(',')
        ->allow_extra_args(false);
    command
        ->add_option("--label", options->reading.labels,
                     "labels to compare (otherwise all); what the columns of a "
                     "table of raters rate")
        ->delimiter(',')
        ->allow_extra_args(false);
    command
        ->add_option("--missing", options->reading.missing,
                     "a word that stands for no rating, beside ., NA and NaN")
        ->delimiter(',')
        ->allow_extra_args(false);
    command
        ->add_option(
            "--metric", options->metric,
            "of alpha (otherwise ordinal for numbers, nominal for words, sets where cells hold several)")
        ->check(CLI::IsMember({"nominal", "ordinal", "interval", "ratio", "sets"}));
    command
        ->add_option("--bootstrap", options->agreement.draws,
                     "draws for alpha's interval; 0: none (otherwise 2000)")
        ->check(CLI::Range(0, 1'000'000));
    command->add_option("--seed", options->agreement.seed, "of the draws (otherwise 1)");
    command->add_option("--statistic", options->statistics, "which, separated by commas (otherwise alpha)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember(statistics));
    command->add_option("--model", options->agreement.model,
                        "the rater that is a model: compared with the others, and "
                        "no rater elsewhere");
    command->add_option("--present-above", options->agreement.presentAbove,
                        "the model's score above which an emotion is present (otherwise 0)");
    command
        ->add_option("--step", options->agreement.step,
                     "seconds between the samples of time_kappa (otherwise 0.5)")
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--samples", options->agreement.samples,
                     "of gamma's chance (otherwise at least 30, until the expected disorder is known to 2 %)")
        ->check(CLI::Range(2, 1'000'000));
    command
        ->add_option("--position-weight", options->agreement.positionWeight,
                     "of gamma: how much the places of two segments count (otherwise 1)")
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--name-weight", options->agreement.nameWeight,
                     "of gamma: how much their names count (otherwise 1)")
        ->check(CLI::NonNegativeNumber);
    command
        ->add_option("--resolution", options->agreement.resolution,
                     "of unitizing: the shortest seconds that are told apart (otherwise 0.001)")
        ->check(CLI::PositiveNumber);
    command
        ->add_option(
            "--atom", options->agreement.atom,
            "of boundary_similarity: seconds of a place where there may be a boundary (otherwise 0.1)")
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--near", options->agreement.near,
                     "of boundary_similarity: boundaries fewer places apart are a near miss (otherwise 2)")
        ->check(CLI::Range(1, 1000));
    command->add_option("--consensus", options->consensus,
                        "also write what the raters agree on when each counts by how well they judge: a "
                        "table (.csv) with mean and majority beside it; their profiles are shown");
    command->add_flag("--json", options->json, "for machines");
    command->callback([options, &action] {
        if (isChosen(*options, "model") && options->agreement.model.empty())
            throw CLI::ValidationError("--statistic", "model needs --model, which rater that is");
        action = [options] { return agreement(*options); };
    });
}

}
