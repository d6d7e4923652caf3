#include "engine/cli/polylogue_cli/one_step.h"

#include "engine/cli/polylogue_cli/recipe_run.h"

namespace engine::cli {

void addOneStepOptions(CLI::App& command, OneStep& options)
{
    command.add_option("--sequences", options.sequences, "computational sequences (.csd)")->required();
    command.add_option("--out", options.out, "folder for the results")->required();
    command.add_option("--jobs", options.jobs, "threads; as many as there are cores, if not given")
        ->check(CLI::Range(1, 1024));
    command.add_option("--gzip", options.gzipLevel, "compress the results, 1 (quick) to 9 (small)")
        ->check(CLI::Range(1, 9));
    command.add_flag("--json", options.json, "the summary for machines");
}

void checkOneStep(const OneStep& options)
{
    const auto parent
        = [](const std::filesystem::path& path) { return std::filesystem::absolute(path).parent_path(); };
    for (const std::string& file : options.sequences) {
        std::error_code missing; // results have the names of their sequences, as the input usually has
        if (std::filesystem::equivalent(parent(file), options.out, missing))
            throw CLI::ValidationError("--out",
                                       options.out + " is the folder of " + file
                                           + ", which could be overwritten; name another");
    }
}

int runSteps(const OneStep& options, const std::vector<RecipeStep>& steps, bool report)
{
    VideoRunSettings videos;
    videos.jobs = options.jobs;
    return runAndPrint(options.out, options.json, videos, [&](std::vector<std::string>&) {
        Recipe recipe;
        for (const std::string& file : options.sequences)
            recipe.load.items.push_back({"", file});
        recipe.steps = steps;
        recipe.report = report;
        recipe.compression = {options.gzipLevel};
        return recipe;
    });
}

}
