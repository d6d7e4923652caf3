#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/export_projects.h"
#include "engine/cli/said.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/formats/format_registry.h"

#include <fmt/format.h>
#include <memory>

namespace engine::cli {

namespace {

std::string writtenFormats()
{
    std::string text = "Formats:\n";
    for (const Format* format : formats()) {
        if (format->write)
            text += fmt::format("  {:12} {}{}\n", format->id, format->name,
                                holdsManyVideos(*format) ? " (also as one table)" : "");
    }
    return text;
}

/// @throws CLI::ValidationError for what cannot be.
void checkExport(ExportArguments& arguments, const std::string& format)
{
    arguments.wish.format = formatById(format);
    if (!arguments.wish.format || !arguments.wish.format->write)
        throw CLI::ValidationError(
            "--to", fmt::format("there is no format '{}' to write.\n{}", format, writtenFormats()));
    if (arguments.wish.isOneTable && !holdsManyVideos(*arguments.wish.format))
        throw CLI::ValidationError(
            "--one-table",
            fmt::format("a file of {} holds one video; csv and json can be one table", format));
    if (arguments.named.empty() && arguments.list.empty())
        throw CLI::ValidationError("PROJECT", "name projects, folders of them, or a list by --list");
    if (!arguments.dataset.empty() && arguments.named.size() + (arguments.list.empty() ? 0 : 1) != 1)
        throw CLI::ValidationError("--dataset", "belongs to one project");
}

}

void addExport(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "export",
        "Writes all tiers of all videos of projects as files of other programs, a folder for each project: a "
        "file per video, or one table. Goes on after a project or a video that fails, and says what "
        "refused.");
    auto options = std::make_shared<ExportArguments>();
    auto format = std::make_shared<std::string>();
    auto tiers = std::make_shared<std::vector<std::string>>();
    auto videos = std::make_shared<std::vector<std::string>>();
    command->add_option(
        "PROJECT", options->named,
        "projects (.polylogue), folders that are looked through, patterns such as 'a/*.polylogue'");
    command
        ->add_option("--list", options->list, "a text file with such a path in each line; # begins a remark")
        ->check(CLI::ExistingFile);
    command->add_option("--out", options->out, "the folder in which each project gets one of its own")
        ->required();
    command->add_option("--to", *format, "the format, see below")->required();
    command->add_option("--tier", *tiers, "only tiers of this name; may be repeated")
        ->allow_extra_args(false);
    command->add_option("--video", *videos, "only this video; may be repeated")->allow_extra_args(false);
    command->add_flag("--one-table", options->wish.isOneTable,
                      "one table of all videos of a project (csv, json)");
    command->add_flag("--edited-only", options->isEditedOnly,
                      "only what the project holds itself: without words and labels that nobody edited");
    command
        ->add_option("--dataset", options->dataset,
                     "where the dataset of one project lies, instead of where it says")
        ->allow_extra_args(false);
    command
        ->add_option("--jobs", options->jobs, "projects at a time; as many as there are cores, if not given")
        ->check(CLI::Range(1, 64));
    command->add_flag("--guard-cells", options->wish.options.guardCells,
                      "tables: an apostrophe before cells that a spreadsheet would take for a formula");
    command->add_flag("--overwrite", options->wish.replaces, "write over files that are there");
    command->add_flag("--json", options->asJson,
                      "a line of JSON for each project, as soon as it is done, and one for all");
    command->footer([] { return writtenFormats(); });
    command->callback([=, &action] {
        checkExport(*options, *format);
        options->wish.tiers.insert(tiers->begin(), tiers->end());
        options->wish.videos.insert(videos->begin(), videos->end());
        action = [options] {
            const StopOnSignal stop; // before any other thread
            return exportProjects(*options, stop.token());
        };
    });
}

}
