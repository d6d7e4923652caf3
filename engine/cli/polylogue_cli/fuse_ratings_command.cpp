#include "engine/annotation/edits.h"
#include "engine/annotation/rating_fusion.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/probing.h"
#include "engine/cli/said.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/formats/format_registry.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

namespace engine::cli {

namespace {

struct FusionArguments {
    std::vector<std::filesystem::path> files;
    std::filesystem::path out;
    std::vector<std::string> tiers;
    std::string video;
    std::string method = "ewe";
    std::string name = "fused";
    bool keepsLags = false; ///< nothing is put back
    bool overwrites = false;
    bool json = false;
};

const std::map<std::string, TraceFusion> kMethods{
    {"mean", TraceFusion::Mean}, {"ewe", TraceFusion::Ewe}, {"warped", TraceFusion::Warped}};

/// Where continuous tiers of several files lie together, each with its file where it names no rater.
Annotation continuousTiersOf(const FusionArguments& options)
{
    Annotation annotation;
    for (const std::filesystem::path& path : options.files) {
        const Format& format = formatOf(path);
        if (!format.read)
            throw FormatError("unknown_format", path.string(), "is only written, not read");
        if (format.id == "csd")
            makeProber()->check(path);
        for (const ExchangedTier& from : format.read(path, {0.0, options.video}).content.tiers) {
            const bool isWished = options.tiers.empty()
                || std::ranges::find(options.tiers, from.tier.name) != options.tiers.end();
            if (from.tier.kind != TierKind::Continuous || !isWished)
                continue;
            Tier tier = from.tier;
            tier.id = annotation.unusedTier();
            tier.parent = 0;
            tier.constraint = Constraint::None;
            tier.annotator = tier.annotator.empty() ? path.stem().string() : tier.annotator;
            if (tier.video.empty())
                tier.video = options.video;
            const auto isTaken = [&](const std::string& name) {
                return std::ranges::any_of(annotation.tiers(), [&](const auto& other) {
                    return other.second.video == tier.video && other.second.name == name;
                });
            };
            if (isTaken(tier.name)) // each annotator's is called as the scheme is
                tier.name += " " + tier.annotator;
            if (isTaken(tier.name))
                throw FormatError("data_invalid", path.string(),
                                  fmt::format("has another tier {} of {}", from.tier.name, tier.annotator));
            Change change;
            change.tiers.push_back({std::nullopt, tier});
            SegmentId next = annotation.unusedSegment();
            for (Segment segment : from.segments) {
                segment.id = next++;
                segment.tier = tier.id;
                segment.parent = 0;
                change.segments.push_back({std::nullopt, std::move(segment)});
            }
            annotation.apply(change);
        }
    }
    return annotation;
}

nlohmann::json numbersOf(const std::vector<std::optional<double>>& values, std::size_t i)
{
    return i < values.size() && values[i] ? nlohmann::json(*values[i]) : nlohmann::json();
}

nlohmann::json jsonOf(const std::string& video, const std::vector<ContinuousRating>& raters,
                      const RatingFusion& fusion)
{
    nlohmann::json json{{"video", video}, {"raters", nlohmann::json::array()}};
    for (std::size_t i = 0; i < raters.size(); ++i)
        json["raters"].push_back({{"tier", raters[i].name},
                                  {"annotator", raters[i].annotator},
                                  {"lag", numbersOf(fusion.lags.seconds, i)},
                                  {"ccc_before", numbersOf(fusion.before, i)},
                                  {"ccc_after", numbersOf(fusion.after, i)},
                                  {"ccc_with_fused", numbersOf(fusion.fused.concordance, i)},
                                  {"weight", fusion.fused.weights[i]}});
    return json;
}

std::string shownFigure(const std::optional<double>& value)
{
    return value ? fmt::format("{:.3f}", *value) : "n/a";
}

void printFusion(const std::string& video, const std::vector<ContinuousRating>& raters,
                 const RatingFusion& fusion)
{
    say(stdout, "{}\n", video);
    for (std::size_t i = 0; i < raters.size(); ++i)
        say(stdout, "  {} ({}): lag {} s, CCC with the others {} (before {}), weight {:.3f}\n",
            raters[i].name, raters[i].annotator, shownFigure(fusion.lags.seconds[i]),
            shownFigure(fusion.after[i]), shownFigure(fusion.before[i]), fusion.fused.weights[i]);
}

ExchangedTier exchangedTier(const Annotation& annotation, const Tier& tier)
{
    ExchangedTier made{tier, {}, {}, {}};
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier.id).all())
        made.segments.push_back(*annotation.segment(entry.id));
    return made;
}

int fuse(const FusionArguments& options)
{
    const Format& format = formatForName(options.out);
    if (!format.write)
        throw FormatError("unknown_format", options.out.string(), "is never written");
    refuseInputsAsOutputs(options.files, std::span(&options.out, 1));
    Annotation annotation = continuousTiersOf(options);
    std::set<std::string> videos;
    for (const auto& [id, tier] : annotation.tiers())
        videos.insert(tier.video);
    ExchangedTiers fused;
    nlohmann::json json = nlohmann::json::array();
    for (const std::string& video : videos) {
        FusionWish wish{continuousRatings(annotation, video), kMethods.at(options.method), {}, {}};
        if (wish.raters.empty())
            continue;
        if (options.keepsLags)
            wish.lags.assign(wish.raters.size(), 0.0);
        const RatingFusion fusion = fuseRatings(wish);
        annotation.apply(addFusion(annotation, video, options.name, wish.raters, fusion, false));
        fused.tiers.push_back(exchangedTier(annotation, *annotation.tiersOf(video).back()));
        if (options.json)
            json.push_back(jsonOf(video, wish.raters, fusion));
        else
            printFusion(video, wish.raters, fusion);
    }
    if (fused.tiers.empty())
        throw FormatError("no_ratings", options.files.front().string(),
                          options.tiers.empty() ? "holds no continuous ratings"
                                                : "holds no continuous ratings of these names");
    for (const std::string& loss : format.losses(fused))
        say(stderr, "loss: {}\n", loss);
    format.write(fused, options.out, {false, options.files, options.overwrites});
    if (options.json)
        fmt::print("{}\n", jsonText(json));
    return 0;
}

}

void addFuseRatings(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "fuse-ratings",
        "Makes one continuous rating of several of each video, their reaction lags put back, "
        "as the window's Fuse continuous ratings.");
    auto options = std::make_shared<FusionArguments>();
    command
        ->add_option(
            "FILE", options->files,
            "projects, or annotation (EAF, csd, CSV, … all that convert reads), with continuous tiers")
        ->required();
    command->add_option("--out", options->out, "file for the fused ratings; its ending names the format")
        ->required();
    command->add_option("--tier", options->tiers, "only tiers of these names");
    command->add_option("--video", options->video, "only this video");
    command->add_option("--method", options->method, "mean; ewe: by agreement; warped: in time, too")
        ->check(CLI::IsMember({"mean", "ewe", "warped"}))
        ->capture_default_str();
    command->add_option("--name", options->name, "name of the fused tier")->capture_default_str();
    command->add_flag("--as-they-are", options->keepsLags, "put no reaction lags back");
    command->add_flag("--overwrite", options->overwrites, "replace a file that is there");
    command->add_flag("--json", options->json, "lags, weights and agreement for machines");
    command->callback([options, &action] { action = [options] { return fuse(*options); }; });
}

}
