#include "engine/annotation/formats/format_files.h"
#include "engine/annotation/formats/format_registry.h"
#include "engine/annotation/formats/listing_text.h"
#include "engine/cli/commands.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine::cli {

namespace {

constexpr std::size_t kShownSkips = 5; ///< the listing has them all

struct Options {
    std::string in;
    std::string out;
    std::string from;
    std::string to;
    std::vector<std::string> tiers;
    double framesPerSecond = 0.0;
    std::string video;
    bool guardCells = false;
    bool overwrites = false;
};

std::string formatList()
{
    std::string text = "Formats:\n";
    for (const Format* format : formats()) {
        const char* how = !format->write ? " (only read)" : !format->read ? " (only written)" : "";
        text += fmt::format("  {:12} {}{}\n", format->id, format->name, how);
    }
    return text;
}

/// @throws CLI::ValidationError for one that is not there, or cannot be read, or written.
const Format* formatNamed(const std::string& option, const std::string& id)
{
    const Format* format = formatById(id);
    if (!format)
        throw CLI::ValidationError(option, fmt::format("there is no format '{}'.\n{}", id, formatList()));
    if (option == "--from" ? !format->read : !format->write)
        throw CLI::ValidationError(
            option, fmt::format("'{}' is never {}", id, option == "--from" ? "read" : "written"));
    return format;
}

ImportedTiers readTiers(const Options& options)
{
    const Format& format = options.from.empty() ? formatOf(options.in) : *formatById(options.from);
    if (format.id == "csd")
        makeProber()->check(options.in);
    ImportedTiers imported = format.read(options.in, {options.framesPerSecond, options.video});
    fmt::print(stderr, "{}: read as {} ({}): {} items\n", options.in, format.id, format.name,
               imported.report.read);
    for (const std::string& note : imported.report.notes)
        fmt::print(stderr, "note: {}\n", note);
    const auto& skipped = imported.report.skipped;
    if (!skipped.empty())
        fmt::print(stderr, "skipped: {} items\n", skipped.size());
    for (std::size_t i = 0; i < std::min(skipped.size(), kShownSkips); ++i)
        fmt::print(stderr, "  {}{}\n", skipped[i].line > 0 ? fmt::format("line {}: ", skipped[i].line) : "",
                   skipped[i].reason);
    if (skipped.size() > kShownSkips)
        fmt::print(stderr, "  … (--to json lists them all)\n");
    return imported;
}

int convert(const Options& options)
{
    const Format* to = options.to.empty() ? &formatForName(options.out) : formatById(options.to);
    ExportOptions exporting{options.guardCells, {options.in}, options.overwrites};
    if (!options.out.empty())
        checkTargets({options.out}, options.out, exporting); // before much is read
    ImportedTiers imported = readTiers(options);
    exporting.sources.insert(exporting.sources.end(), imported.files.begin(), imported.files.end());
    imported.content = selected(std::move(imported.content), options.tiers, options.video, options.in);
    if (to->id == "json") {
        imported.report.read = 0;
        for (const ExchangedTier& tier : imported.content.tiers)
            imported.report.read += itemCount(tier);
    }
    if (options.out.empty()) {
        writeListing(imported.content, imported.report,
                     [](const std::string& piece) { fmt::print("{}", piece); });
        return 0;
    }
    for (const std::string& loss : to->losses(imported.content))
        fmt::print(stderr, "loss: {}\n", loss);
    const auto written = to->write(imported.content, options.out, exporting);
    std::vector<std::string> names;
    for (const auto& path : written)
        names.push_back(path.string());
    fmt::print("{} ({}): from {} tiers\n", fmt::join(names, ", "), to->id, imported.content.tiers.size());
    return 0;
}

/// @throws CLI::ValidationError for what cannot be.
void check(const Options& options)
{
    if (!options.from.empty())
        formatNamed("--from", options.from);
    if (!options.to.empty())
        formatNamed("--to", options.to);
    if (options.out.empty() && options.to != "json")
        throw CLI::ValidationError("OUT", "say where to write, or '--to json' to have it on stdout");
}

}

void addConvert(CLI::App& program, Action& action)
{
    auto* command
        = program.add_subcommand("convert",
                                 "Converts annotation from one program's format to another's; says before "
                                 "writing what the other cannot hold.");
    auto options = std::make_shared<Options>();
    command->add_option("IN", options->in, "the file to read; it is never changed")->required();
    command->add_option("OUT", options->out,
                        "the file to write; formats that hold one tier get a file per tier");
    command->add_option("--from", options->from, "the format of IN, where its name and content do not tell");
    command->add_option("--to", options->to,
                        "the format of OUT, where its name does not tell; json without OUT "
                        "prints what was read");
    command->add_option("--tier", options->tiers, "only this tier; may be given several times")
        ->allow_extra_args(false);
    command->add_option("--video", options->video, "only this video (recording) of several");
    command->add_option("--fps", options->framesPerSecond, "frames per second, for files that count frames")
        ->check(CLI::Range(1.0, 1000.0));
    command->add_flag("--guard-cells", options->guardCells,
                      "tables: an apostrophe before cells that a spreadsheet would take for a formula");
    command->add_flag("--overwrite", options->overwrites,
                      "also files that are written beside OUT (one per tier, …) may be there already");
    command->footer(formatList());
    command->callback([options, &action] {
        check(*options);
        action = [options] { return convert(*options); };
    });
}

}
