#include "engine/recipes/recipe_runner.h"

#include "engine/alignment/video_steps.h"
#include "engine/conversations/conversation_folds.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/text_file.h"
#include "engine/recipes/integrity_verdict.h"
#include "engine/recipes/recipe_files.h"
#include "engine/recipes/report_output.h"
#include "engine/recipes/run_losses.h"
#include "engine/recipes/run_warnings.h"
#include "engine/recipes/shards.h"
#include "engine/recipes/tensor_output.h"
#include "engine/sequences/citations.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <set>

namespace engine {

namespace {

namespace fs = std::filesystem;

RunSummary checkFiles(const Recipe& recipe, const fs::path& out, const RunSettings& settings)
{
    RunSummary summary;
    nlohmann::json verdicts = nlohmann::json::object();
    for (const std::string& file : recipe.files) {
        verdicts[file] = integrityVerdict(recipe.folder / file, settings.open);
        summary.valid = summary.valid && verdicts[file]["data_valid"].get<bool>();
    }
    const fs::path path = out / "integrity.json";
    writeTextFile(path, jsonText(verdicts, 1) + "\n").commit();
    summary.files.push_back(path);
    return summary;
}

/// Does the steps to all videos, hands results to the output, and names all files when everything is written.
template <typename Output>
RunSummary writeVideos(Output& output, const Recipe& recipe, const RecipePlan& plan, const fs::path& out,
                       const RunSettings& settings, const RunContext& run)
{
    RunSummary summary;
    ReportOutput report(plan);
    RunWarnings warnings(recipe, plan);
    RunLosses losses(plan);
    VideoRunSettings videos = settings.videos;
    videos.account = recipe.report;
    runVideos(
        plan, videos, Output::prepare,
        [&](const VideoResult& result) {
            output.take(result);
            warnings.take(result);
            losses.take(result);
            if (recipe.report)
                report.take(result);
            summary.videos += isAnywhere(result.part) ? 1 : 0;
        },
        run);
    output.finish();
    summary.warnings = warnings.sentences();
    const std::vector<std::string> emptied = warnings.emptied();
    if (recipe.report) {
        nlohmann::json values = report.json();
        if constexpr (requires { output.foldless(); })
            values["videos_in_no_fold"] = output.foldless();
        if (!summary.warnings.empty()) // in an order that shards keep when they are joined
            values["warnings"] = std::set(summary.warnings.begin(), summary.warnings.end());
        if (!emptied.empty())
            values["nothing_remains_of"] = emptied;
        PendingFile pending = writeTextFile(out / "alignment.json", jsonText(values, 1) + "\n");
        pending.commit();
        summary.files.push_back(pending.target());
    }
    std::ranges::move(losses.sentences(), std::back_inserter(summary.warnings)); // the report names each
    if (!emptied.empty() && settings.videos.shards == 1) // a shard may be empty
        summary.warnings.push_back(
            fmt::format("Nothing remains of {}: the result has no entries.", fmt::join(emptied, ", ")));
    return summary;
}

RunSummary writeSequences(const Recipe& recipe, const RecipePlan& plan, const fs::path& out,
                          const RunSettings& settings, const RunContext& run)
{
    SequenceOutput output(plan, recipe, out);
    RunSummary summary = writeVideos(output, recipe, plan, out, settings, run);
    output.commit();
    summary.sequences = output.written();
    for (const RecipePlan::Result& result : plan.results) {
        const std::vector<std::string> missing = missingFields(result.metadata);
        if (!missing.empty())
            summary.warnings.push_back(fmt::format("{} lacks the metadata {}; edit-metadata fills it in.",
                                                   result.key, fmt::join(missing, ", ")));
    }
    return summary;
}

/// Tensors need every id in every sequence, as the SDK's get_tensors sees to; a step of its own, so that the
/// report tells what it drops.
Recipe unified(Recipe recipe)
{
    const bool done = !recipe.steps.empty() && recipe.steps.back() == RecipeStep(HardUnifyStep{});
    if (recipe.output == RecipeOutput::Tensors && !done)
        recipe.steps.emplace_back(HardUnifyStep{});
    return recipe;
}

/// The recipe with the entries of the conversations that its folds name. @param findings  what is doubtful
Recipe withFoldEntries(Recipe recipe, const KnownConversations& conversations, std::vector<Finding>& findings)
{
    if (!recipe.tensors.folds || conversations.empty())
        return recipe;
    FoldLists named;
    for (std::size_t fold = 0; fold < recipe.tensors.folds->size(); ++fold)
        named[fmt::format("{}", fold)] = (*recipe.tensors.folds)[fold];
    findings = foldFindings(named, conversations, "recipe");
    const FoldLists entries = withEntries(named, conversations);
    for (std::size_t fold = 0; fold < recipe.tensors.folds->size(); ++fold)
        (*recipe.tensors.folds)[fold] = entries.at(fmt::format("{}", fold));
    return recipe;
}

RunSummary writeTensors(const Recipe& written, const RecipePlan& plan, const fs::path& out,
                        const RunSettings& settings, const RunContext& run)
{
    std::vector<Finding> findings;
    const Recipe recipe = withFoldEntries(written, plan.conversations, findings);
    TensorOutput output(plan, recipe, out);
    RunSummary summary = writeVideos(output, recipe, plan, out, settings, run);
    for (const Finding& finding : findings)
        summary.warnings.push_back(finding.code + ": " + finding.message);
    for (const fs::path& file : output.commit())
        summary.files.push_back(file);
    summary.videos -= output.foldless().size();
    if (!output.foldless().empty())
        summary.warnings.push_back(fmt::format("{} videos are in no fold and were left out (such as {}).",
                                               output.foldless().size(), output.foldless().front()));
    return summary;
}

RunSummary writeCitations(const RecipePlan& plan, const fs::path& out)
{
    std::vector<Metadata> metadata;
    for (const RecipePlan::Result& result : plan.results)
        metadata.push_back(result.metadata);
    if (plan.failure)
        std::rethrow_exception(plan.failure);
    RunSummary summary{{}, {out / "citations.bib.txt", out / "citations.bib"}, 0, {}, true};
    PendingFile sdk = writeTextFile(summary.files[0], sdkCitations(metadata));
    writeTextFile(summary.files[1], bibtex(metadata, summary.warnings)).commit();
    sdk.commit();
    return summary;
}

}

RunSummary runRecipe(const Recipe& recipe, const fs::path& out, const RunSettings& settings,
                     const RunContext& run)
{
    const bool divided = settings.videos.shards > 1;
    if (divided && recipe.output != RecipeOutput::Sequences && recipe.output != RecipeOutput::Tensors)
        throw FormatError("recipe_invalid", "shard", "only sequences and tensors can be made in shards");
    makeFolder(out);
    if (recipe.output == RecipeOutput::Integrity) {
        refuseInputsAsOutputs(inputsOf(recipe), outputsOf(recipe, {}, out, divided));
        return checkFiles(recipe, out, settings);
    }
    const RecipePlan plan = planRecipe(unified(recipe), settings.open);
    refuseInputsAsOutputs(inputsOf(recipe, &plan), outputsOf(recipe, plan, out, divided));
    RunSummary summary = recipe.output == RecipeOutput::Citations ? writeCitations(plan, out)
        : recipe.output == RecipeOutput::Tensors ? writeTensors(recipe, plan, out, settings, run)
                                                 : writeSequences(recipe, plan, out, settings, run);
    if (divided)
        writeShardNote({settings.videos.shard, settings.videos.shards, recipe.hash, recipe.output,
                        recipe.compression.gzipLevel, recipe.tensors.npz},
                       out);
    return summary;
}

}
