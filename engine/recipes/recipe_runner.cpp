#include "engine/recipes/recipe_runner.h"

#include "engine/core/error.h"
#include "engine/recipes/integrity_verdict.h"
#include "engine/recipes/report_output.h"
#include "engine/recipes/text_file.h"

namespace engine {

namespace {

namespace fs = std::filesystem;

void makeFolder(const fs::path& folder)
{
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        throw IoError("io", folder.string(), "cannot be made: " + failure.message());
}

RunSummary checkFiles(const Recipe& recipe, const fs::path& out, const RunSettings& settings)
{
    RunSummary summary;
    nlohmann::json verdicts = nlohmann::json::object();
    for (const std::string& file : recipe.files) {
        verdicts[file] = integrityVerdict(recipe.folder / file, settings.open);
        summary.valid = summary.valid && verdicts[file]["data_valid"].get<bool>();
    }
    const fs::path path = out / "integrity.json";
    writeTextFile(path, verdicts.dump(1) + "\n").commit();
    summary.files.push_back(path);
    return summary;
}

RunSummary writeSequences(const Recipe& recipe, const RecipePlan& plan, const fs::path& out,
                          const RunSettings& settings, const RunContext& run)
{
    RunSummary summary;
    SequenceOutput output(plan, recipe, out);
    ReportOutput report(plan);
    runVideos(
        plan, settings.videos, SequenceOutput::prepare,
        [&](const VideoResult& result) {
            output.take(result);
            if (recipe.report)
                report.take(result);
            ++summary.videos;
        },
        run);
    output.finish();
    if (recipe.report) {
        PendingFile pending = writeTextFile(out / "alignment.json", report.json().dump(1) + "\n");
        pending.commit();
        summary.files.push_back(pending.target());
    }
    output.commit();
    summary.sequences = output.written();
    return summary;
}

}

RunSummary runRecipe(const Recipe& recipe, const fs::path& out, const RunSettings& settings,
                     const RunContext& run)
{
    makeFolder(out);
    if (recipe.output == RecipeOutput::Integrity)
        return checkFiles(recipe, out, settings);
    const RecipePlan plan = planRecipe(recipe, settings.open);
    return writeSequences(recipe, plan, out, settings, run);
}

void writeErrorFile(const fs::path& out, const std::string& code, const std::string& message)
{
    try {
        makeFolder(out);
        const nlohmann::json error{{"code", code}, {"message", message}};
        writeTextFile(out / "error.json",
                      error.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n")
            .commit();
    } catch (const Error&) { // the message is on stderr as well
    }
}

}
