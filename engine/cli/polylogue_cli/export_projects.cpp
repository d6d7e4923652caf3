#include "engine/cli/polylogue_cli/export_projects.h"

#include "engine/cli/polylogue_cli/folder_files.h"
#include "engine/cli/polylogue_cli/list_lines.h"
#include "engine/cli/project_dataset.h"
#include "engine/cli/said.h"
#include "engine/cli/whole_project.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/project_items/dataset_item.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <fmt/format.h>
#include <glob.h>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

constexpr auto kProjectEnding = ".polylogue";

std::vector<fs::path> globbed(const std::string& pattern)
{
    glob_t found{};
    std::vector<fs::path> paths;
    if (glob(pattern.c_str(), 0, nullptr, &found) == 0)
        paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    globfree(&found);
    return paths;
}

/// What one name leads to; nothing where it leads to no project. @param out  where is written to: nothing
/// there is an input
std::vector<fs::path> projectsOf(const std::string& name, const fs::path& out)
{
    std::vector<fs::path> projects;
    const auto add = [&](const fs::path& path) {
        if (!fs::is_directory(path)) {
            projects.push_back(path);
            return;
        }
        for (const fs::path& file : filesUnder(path, out)) {
            if (file.extension() == kProjectEnding)
                projects.push_back(file);
        }
    };
    if (fs::exists(name))
        add(name);
    else
        std::ranges::for_each(globbed(name), add);
    return projects;
}

/// What the lines of a list name, beside the list, as everything that a file names.
std::vector<std::string> namedIn(const fs::path& list)
{
    std::vector<std::string> names;
    for (const std::string& line : linesOfList(list)) {
        const fs::path path(line);
        names.push_back(path.is_absolute() ? line : (list.parent_path() / path).string());
    }
    return names;
}

/// What became of a project.
struct ProjectOutcome {
    fs::path project;
    fs::path folder;
    TierFolderReport report;
    std::vector<std::string> notes;
    std::string code; ///< of the error that kept all of it; empty: none
    std::string problem;

    bool isWhole() const { return code.empty() && report.refused() == 0; }
};

ProjectOutcome exportOne(const ExportArguments& arguments, const fs::path& project, const fs::path& folder,
                         const RunContext& run)
{
    ProjectOutcome outcome{project, folder, {}, {}, {}, {}};
    try {
        TierFolderWish wish = arguments.wish;
        wish.folder = folder;
        if (wish.isOneTable) // before much is read
            refuseInputsAsOutputs(std::array{project}, std::array{oneTablePath(wish)});
        const Annotation annotation = wholeProject(project, "exported");
        OpenedSequences dataset;
        bool hasDataset = false;
        if (!arguments.isEditedOnly
            && (!arguments.dataset.empty() || !datasetPaths(annotation, project).empty())) {
            dataset = datasetOfProject(annotation, project, arguments.dataset, run);
            outcome.notes = dataset.failures;
            hasDataset = true;
        }
        AllTiers tiers(annotation, hasDataset ? &dataset : nullptr);
        wish.options.sources = filesOfProject(project, dataset.list);
        outcome.report = writeTierFolder(tiers, wish, run);
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        outcome.code = error.code();
        outcome.problem = error.what();
    } catch (const std::exception& error) { // no memory, for example: the next may do with less
        outcome.code = "internal";
        outcome.problem = error.what();
    }
    return outcome;
}

nlohmann::json outcomeLine(const ProjectOutcome& outcome)
{
    nlohmann::json files = nlohmann::json::array();
    nlohmann::json refused = nlohmann::json::array();
    for (const TierFolderFile& file : outcome.report.files) {
        if (!file.code.empty())
            refused.push_back({{"video", file.video}, {"code", file.code}, {"message", file.problem}});
        for (const fs::path& path : file.files)
            files.push_back(path.string());
    }
    nlohmann::json losses = nlohmann::json::array();
    for (const auto& [sentence, videos] : outcome.report.losses())
        losses.push_back({{"sentence", sentence}, {"videos", videos}});
    nlohmann::json line{{"project", outcome.project.string()},
                        {"folder", outcome.folder.string()},
                        {"files", files},
                        {"refused", refused},
                        {"losses", losses},
                        {"without_tiers", outcome.report.empty()},
                        {"notes", outcome.notes}};
    if (!outcome.code.empty())
        line["error"] = {{"code", outcome.code}, {"message", outcome.problem}};
    return line;
}

void tellOutcome(const ProjectOutcome& outcome, bool inJson)
{
    if (inJson) {
        fmt::print("{}\n", jsonText(outcomeLine(outcome)));
        std::fflush(stdout);
        return;
    }
    for (const std::string& note : outcome.notes)
        say(stderr, "note: {}: {}\n", outcome.project.string(), note);
    for (const auto& [sentence, videos] : outcome.report.losses())
        say(stderr, "loss: {}: {} ({} videos)\n", outcome.project.filename().string(), sentence, videos);
    for (const TierFolderFile& file : outcome.report.files) {
        if (!file.code.empty())
            say(stderr, "{}: {}: {}\n", file.code, file.video, file.problem);
    }
    if (!outcome.code.empty()) {
        say(stderr, "{}: {}\n", outcome.code, outcome.problem);
        return;
    }
    std::size_t files = 0;
    for (const TierFolderFile& file : outcome.report.files)
        files += file.files.size();
    say(stdout, "{}: {} files of {} videos, {} without tiers, {} refused\n", outcome.folder.string(), files,
        outcome.report.written(), outcome.report.empty(), outcome.report.refused());
}

}

NamedProjects projectsNamed(const ExportArguments& arguments)
{
    std::vector<std::string> names = arguments.named;
    if (!arguments.list.empty())
        std::ranges::move(namedIn(arguments.list), std::back_inserter(names));
    NamedProjects found;
    std::set<fs::path> known;
    for (const std::string& name : names) {
        const std::vector<fs::path> projects = projectsOf(name, arguments.out);
        if (projects.empty())
            found.missing.push_back(name);
        for (const fs::path& project : projects) {
            if (known.insert(fs::weakly_canonical(project)).second)
                found.projects.push_back(fs::absolute(project).lexically_normal());
        }
    }
    if (names.empty())
        throw IoError("file_not_found", arguments.list.string(), "names no project");
    return found;
}

std::vector<fs::path> foldersFor(const std::vector<fs::path>& projects, const fs::path& out)
{
    std::map<std::string, std::size_t> count;
    for (const fs::path& project : projects)
        ++count[project.stem().string()];
    std::set<std::string> taken;
    std::vector<fs::path> folders;
    for (const fs::path& project : projects) {
        std::string name = project.stem().string();
        if (count[name] > 1 && !project.parent_path().filename().empty())
            name = project.parent_path().filename().string() + "-" + name;
        std::string unique = name;
        for (int number = 2; !taken.insert(unique).second; ++number)
            unique = fmt::format("{}-{}", name, number);
        folders.push_back(out / unique);
    }
    return folders;
}

int exportProjects(const ExportArguments& arguments, const std::stop_token& stop)
{
    const NamedProjects named = projectsNamed(arguments);
    const std::vector<fs::path>& projects = named.projects;
    const std::vector<fs::path> folders
        = foldersFor(projects, fs::absolute(arguments.out).lexically_normal());
    const std::size_t threads = std::min<std::size_t>(
        projects.size(),
        arguments.jobs > 0 ? arguments.jobs : std::max(1U, std::thread::hardware_concurrency()));
    RunContext run;
    run.stop = stop;
    std::atomic<std::size_t> next = 0;
    std::size_t failed = named.missing.size();
    std::size_t files = 0;
    for (const std::string& name : named.missing) {
        const IoError missing("file_not_found", name, "is no project, and leads to none");
        tellOutcome({name, {}, {}, {}, missing.code(), missing.what()}, arguments.asJson);
    }
    std::mutex telling; // guards the two before, and what is printed
    {
        std::vector<std::jthread> workers;
        for (std::size_t k = 0; k < threads; ++k) {
            workers.emplace_back([&] {
                for (std::size_t i = next++; i < projects.size() && !stop.stop_requested(); i = next++) {
                    try {
                        const ProjectOutcome outcome = exportOne(arguments, projects[i], folders[i], run);
                        const std::scoped_lock lock(telling);
                        tellOutcome(outcome, arguments.asJson);
                        failed += outcome.isWhole() ? 0 : 1;
                        for (const TierFolderFile& file : outcome.report.files)
                            files += file.files.size();
                    } catch (const Cancelled&) { // what is written stays; told below
                        return;
                    }
                }
            });
        }
    }
    if (stop.stop_requested())
        throw Cancelled();
    const std::size_t asked = projects.size() + named.missing.size();
    if (arguments.asJson)
        fmt::print("{}\n",
                   jsonText(nlohmann::json{{"projects", asked}, {"failed", failed}, {"files", files}}));
    else
        say(stdout, "{}: {} files of {} projects, {} of them with something refused\n",
            arguments.out.string(), files, asked, failed);
    return failed > 0 ? 1 : 0;
}

}
