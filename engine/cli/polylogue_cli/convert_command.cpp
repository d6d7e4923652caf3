#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/folder_files.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/core/text_file.h"
#include "engine/feature_tables/table_sequence.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/common/spread_subdivisions.h"
#include "engine/formats/format_registry.h"
#include "engine/formats/input/text_input.h"
#include "engine/formats/tables/listing_text.h"
#include "engine/sequences/csd_writer.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine::cli {

namespace {

constexpr std::size_t kShownSkips = 5; ///< the listing has them all

namespace fs = std::filesystem;

struct ConvertOptions {
    std::string in;
    std::string out;
    std::vector<std::string> more; ///< inputs behind the second, with `folder`
    std::string folder; ///< where the files of many inputs go; empty: there is one
    std::string from;
    std::string to;
    std::vector<std::string> tiers;
    double framesPerSecond = 0.0;
    std::string video;
    bool guardCells = false;
    bool overwrites = false;
    bool isLarge = false;
    bool spreads = false; ///< symbolic subdivisions

    /// Where the files of many inputs go.
    fs::path target() const { return folder.empty() ? out : folder; }
    /// The tables of features that become one sequence; none where annotation is converted.
    std::vector<fs::path> tables;
    bool isMany() const { return !folder.empty() || fs::is_directory(in); }
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

ImportedTiers readTiers(const ConvertOptions& options)
{
    const Format& format = options.from.empty() ? formatOf(options.in) : *formatById(options.from);
    if (format.id == "csd")
        makeProber()->check(options.in);
    ImportedTiers imported
        = format.read(options.in, {options.framesPerSecond, options.video, options.isLarge});
    say(stderr, "{}: read as {} ({}): {} items\n", options.in, format.id, format.name, imported.report.read);
    for (const std::string& note : imported.report.notes)
        say(stderr, "note: {}\n", note);
    const auto& skipped = imported.report.skipped;
    if (!skipped.empty())
        say(stderr, "skipped: {} items\n", skipped.size());
    for (std::size_t i = 0; i < std::min(skipped.size(), kShownSkips); ++i)
        say(stderr, "  {}{}\n", skipped[i].line > 0 ? fmt::format("line {}: ", skipped[i].line) : "",
            skipped[i].reason);
    if (skipped.size() > kShownSkips)
        say(stderr, "  … (--to json lists them all)\n");
    return imported;
}

/// Reads `options.in` and writes `options.out`. @param sources  files that are never written over
void convertFile(const ConvertOptions& options, const Format& to, std::vector<fs::path> sources)
{
    ExportOptions exporting{options.guardCells, std::move(sources), options.overwrites};
    if (!options.out.empty())
        checkTargets({options.out}, options.out, exporting); // before much is read
    ImportedTiers imported = readTiers(options);
    exporting.sources.insert(exporting.sources.end(), imported.files.begin(), imported.files.end());
    imported.content = selected(std::move(imported.content), options.tiers, options.video, options.in);
    if (const std::size_t spread = options.spreads ? spreadSubdivisions(imported.content) : 0; spread > 0)
        say(stderr, "note: {} segments share the time of what they are parts of, evenly.\n", spread);
    if (to.id == "json") {
        imported.report.read = 0;
        for (const ExchangedTier& tier : imported.content.tiers)
            imported.report.read += itemCount(tier);
    }
    if (options.out.empty()) {
        writeListing(imported.content, imported.report,
                     [](const std::string& piece) { fmt::print("{}", piece); });
        return;
    }
    for (const std::string& loss : to.losses(imported.content))
        say(stderr, "loss: {}\n", loss);
    const auto written = to.write(imported.content, options.out, exporting);
    std::vector<std::string> names;
    for (const auto& path : written)
        names.push_back(path.string());
    say(stdout, "{} ({}): from {} tiers\n", fmt::join(names, ", "), to.id, imported.content.tiers.size());
}

/// A file to convert, and what it is called below the folder that it came from.
struct Input {
    fs::path file;
    fs::path name;
};

/// Whether a file that nobody named is annotation: its name and content say so.
bool isAnnotation(const fs::path& file)
{
    if (file.string().ends_with('~')) // a half of NOVA's, which is read with the other
        return false;
    try {
        const Format& format = formatOf(file);
        return format.read
            && (!format.resembles || format.resembles(beginningOf(file)) || format.endings.size() == 1);
    } catch (const Error&) {
        return false;
    }
}

std::vector<std::string> namedInputs(const ConvertOptions& options)
{
    std::vector<std::string> named{options.in};
    if (!options.folder.empty() && !options.out.empty())
        named.push_back(options.out);
    named.insert(named.end(), options.more.begin(), options.more.end());
    return named;
}

/// Files as they are named, folders with what filesUnder() finds there.
std::vector<Input> inputsOf(const ConvertOptions& options, std::size_t& left)
{
    std::vector<Input> inputs;
    for (const fs::path path : namedInputs(options)) {
        if (!fs::is_directory(path)) {
            inputs.push_back({path, path.filename()});
            continue;
        }
        for (const fs::path& file : filesUnder(path, options.target())) {
            if (!options.from.empty() || isAnnotation(file))
                inputs.push_back({file, file.lexically_relative(path)});
            else
                ++left;
        }
    }
    return inputs;
}

/// `a/b.eaf` → `a/b.csv`; where that is taken, `a/b.eaf.csv`, `a/b.eaf-2.csv`, … A file that has the ending
/// already keeps its name, whatever comes before it.
std::vector<fs::path> targetsOf(const std::vector<Input>& inputs, const Format& to, const fs::path& folder)
{
    const std::string ending = to.endings.front().starts_with('.') ? std::string(to.endings.front())
                                                                   : "_" + std::string(to.endings.front());
    const auto usual = [&](const Input& input) {
        return folder / input.name.parent_path() / (input.name.stem().string() + ending);
    };
    std::vector<fs::path> targets(inputs.size());
    std::set<fs::path> taken;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const fs::path target = usual(inputs[i]);
        if (target.filename() == inputs[i].name.filename() && taken.insert(target).second)
            targets[i] = target;
    }
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (!targets[i].empty())
            continue;
        targets[i] = usual(inputs[i]);
        const std::string name = inputs[i].name.filename().string();
        for (int number = 1; !taken.insert(targets[i]).second; ++number)
            targets[i].replace_filename(name + (number == 1 ? "" : fmt::format("-{}", number)) + ending);
    }
    return targets;
}

/// @throws FormatError (`same_file`) when a folder that is read is the one to write to.
void refuseOwnFolder(const ConvertOptions& options, const fs::path& folder)
{
    for (const std::string& named : namedInputs(options)) {
        std::error_code absent;
        if (fs::is_directory(named) && fs::equivalent(named, folder, absent))
            throw FormatError(
                "same_file", folder.string(),
                "is the folder that is read; name another for what is written, which would lie among "
                "the files to read the next time");
    }
}

/// Converts file by file and goes on past those that cannot be. @return 1 when there was such a one, or none
/// at all
int convertMany(const ConvertOptions& options, const Format& to)
{
    const fs::path folder = options.target();
    refuseOwnFolder(options, folder);
    std::size_t left = 0;
    const std::vector<Input> inputs = inputsOf(options, left);
    std::vector<fs::path> sources;
    for (const Input& input : inputs)
        sources.push_back(input.file);
    const std::vector<fs::path> targets = targetsOf(inputs, to, folder);
    std::size_t failed = 0;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const fs::path& target = targets[i];
        ConvertOptions one = options;
        one.in = inputs[i].file.string();
        try {
            refuseInputsAsOutputs(sources, std::array{target});
            if (!options.overwrites && fs::exists(target))
                throw IoError("file_exists", target.string(), "is there already; --overwrite writes over it");
            makeFolder(target.parent_path());
            one.out = target.string();
            convertFile(one, to, sources);
        } catch (const Error& error) {
            ++failed;
            say(stderr, "{}: {}\n", error.code(), error.what());
        }
    }
    say(stdout, "{}: {} of {} files converted, {} are no annotation, {} failed\n", folder.string(),
        inputs.size() - failed, inputs.size(), left, failed);
    return failed > 0 || inputs.empty() ? 1 : 0;
}

/// Writes tables of features as one sequence with an entry for each. @throws Error.
int convertTables(const ConvertOptions& options)
{
    const std::vector<fs::path>& tables = options.tables;
    refuseInputsAsOutputs(tables, std::array{fs::path(options.out)});
    const auto sequence
        = std::make_shared<const TableSequence>(featureTableOrigin(tables.front())->name, tables);
    writeCsd(ComputationalSequence(sequence), options.out);
    for (const std::string& id : sequence->ids()) {
        for (const std::string& note : sequence->notes(id))
            say(stderr, "note: {}\n", note);
    }
    say(stdout, "{}: {} of {} tables, {} columns\n", options.out, sequence->rootName(), tables.size(),
        sequence->shape(sequence->ids().front()).features.back());
    return 0;
}

int convert(const ConvertOptions& options)
{
    if (!options.tables.empty())
        return convertTables(options);
    const Format* to = options.to.empty() ? &formatForName(options.out) : formatById(options.to);
    if (options.isMany())
        return convertMany(options, *to);
    convertFile(options, *to, {options.in});
    return 0;
}

/// @throws CLI::ValidationError for what cannot be.
void check(const ConvertOptions& options)
{
    if (!options.from.empty())
        formatNamed("--from", options.from);
    if (!options.to.empty())
        formatNamed("--to", options.to);
    if (!options.tables.empty())
        return;
    if (options.isMany()) {
        if (options.folder.empty() && options.out.empty())
            throw CLI::ValidationError("--out", "say in which folder the files go");
        if (options.to.empty())
            throw CLI::ValidationError("--to", "say in which format many files are written");
        if (const fs::path out = options.target(); fs::exists(out) && !fs::is_directory(out))
            throw CLI::ValidationError("--out", out.string() + " is a file; many files need a folder");
        return;
    }
    if (!options.more.empty())
        throw CLI::ValidationError("--out", "say in which folder the files of many inputs go");
    if (options.out.empty() && options.to != "json")
        throw CLI::ValidationError("OUT", "say where to write, or '--to json' to have it on stdout");
}

}

void addConvert(CLI::App& program, Action& action)
{
    auto* command
        = program.add_subcommand("convert",
                                 "Converts annotation from one program's format to another's; says before "
                                 "writing what the other cannot hold. Tables of OpenFace and openSMILE, or a "
                                 "folder of them, become one sequence: OUT.csd.");
    auto options = std::make_shared<ConvertOptions>();
    command->add_option("IN", options->in, "the file to read, or a folder with files; it is never changed")
        ->required();
    command->add_option(
        "OUT", options->out,
        "the file to write; formats that hold one tier get a file per tier. Of a folder: the folder "
        "to write to. With --out: a further file or folder to read");
    command->add_option("MORE", options->more, "with --out: further files and folders to read");
    command
        ->add_option("--out", options->folder,
                     "the folder to write to, of many files or folders; those that fail are passed over")
        ->option_text("FOLDER");
    command->add_option("--from", options->from, "the format of IN, where its name and content do not tell");
    command->add_option("--to", options->to,
                        "the format of OUT, where its name does not tell; json without OUT "
                        "prints what was read");
    command->add_option("--tier", options->tiers, "only this tier; may be given several times")
        ->allow_extra_args(false);
    command->add_option("--video", options->video, "only this video (recording) of several");
    command->add_option("--fps", options->framesPerSecond, "frames per second, for files that count frames")
        ->check(CLI::Range(1.0, 1000.0));
    command->add_flag("--large", options->isLarge,
                      "tables, CTM, RTTM and Kaldi's segments of up to 4 000 000 items and 1 GiB, instead of "
                      "500 000 and 128 MiB, in as much more memory");
    command->add_flag("--guard-cells", options->guardCells,
                      "tables: an apostrophe before cells that a spreadsheet would take for a formula");
    command->add_flag(
        "--spread", options->spreads,
        "parts in an order (symbolic subdivisions) share the time of their parent evenly, as ELAN "
        "shows them");
    command->add_flag("--overwrite", options->overwrites,
                      "also files that are written beside OUT (one per tier, …) may be there already");
    command->footer(formatList());
    command->callback([options, &action] {
        if (fs::path(options->out).extension() == ".csd" && options->from.empty())
            options->tables = featureTablesIn(options->in);
        check(*options);
        action = [options] { return convert(*options); };
    });
}

}
