#include "engine/alignment/align.h"
#include "engine/alignment/dataset_steps.h"
#include "engine/cli/cli_output.h"
#include "engine/cli/commands.h"
#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ranges>

namespace engine::cli {

namespace {

struct Options {
    std::vector<std::string> sequences;
    std::string reference;
    std::vector<std::string> collapse;
    std::string fill;
    std::string out;
};

/// `acoustic=mean,std` → the functions of one sequence; without `=`, of all.
void parseCollapse(const std::string& text, AlignStep& step)
{
    const std::size_t equals = text.find('=');
    const std::string key = equals == std::string::npos ? "*" : text.substr(0, equals);
    std::string names = equals == std::string::npos ? text : text.substr(equals + 1);
    for (std::size_t begin = 0; begin <= names.size();) {
        const std::size_t end = std::min(names.find(',', begin), names.size());
        step.collapse[key].push_back(CollapseFunction::parse(names.substr(begin, end - begin)));
        begin = end + 1;
    }
}

/// The aligned files have the names of their sequences, as the input usually has.
void refuseInputFolder(const Options& options)
{
    const auto parent
        = [](const std::filesystem::path& path) { return std::filesystem::absolute(path).parent_path(); };
    for (const std::string& file : options.sequences) {
        std::error_code missing;
        if (std::filesystem::equivalent(parent(file), options.out, missing))
            throw CLI::ValidationError("--out",
                                       options.out + " is the folder of " + file
                                           + ", which could be overwritten; name another");
    }
}

/// A name in --collapse that no sequence has would otherwise do nothing, silently.
void checkCollapseKeys(const AlignStep& step, const Dataset& dataset)
{
    const auto names = std::views::keys(dataset);
    for (const auto& [key, functions] : step.collapse) {
        if (key != "*" && std::ranges::find(names, key) == names.end())
            throw FormatError(
                "recipe_invalid", "--collapse",
                fmt::format("no sequence is called {} (there are {})", key, fmt::join(names, ", ")));
    }
}

int align(const Options& options, const AlignStep& step)
{
    Dataset dataset = loadDataset({options.sequences.begin(), options.sequences.end()});
    checkCollapseKeys(step, dataset);
    dataset = engine::align(std::move(dataset), step, progressOnTerminal("aligning"));
    if (!options.fill.empty())
        dataset = impute(std::move(dataset), options.reference,
                         options.fill == "ones" ? Fill::Ones : Fill::Zeros);
    writeDataset(dataset, options.out);
    for (const auto& [key, sequence] : dataset)
        fmt::print("{}: {} segments\n", key, sequence.ids().size());
    return 0;
}

}

void addAlign(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "align", "Aligns sequences to the intervals of one of them and writes the result.");
    auto options = std::make_shared<Options>();
    command->add_option("--sequences", options->sequences, "computational sequences (.csd)")->required();
    command->add_option("--reference", options->reference, "root name of the sequence whose intervals count")
        ->required();
    command->add_option("--collapse", options->collapse,
                        "SEQUENCE=FUNCTION[,FUNCTION]: how its rows become one; without SEQUENCE, for all. "
                        "mean_or_passthrough suits datasets with text");
    command->add_option("--impute", options->fill, "fill segments that receive nothing")
        ->check(CLI::IsMember({"zeros", "ones"}));
    command->add_option("--out", options->out, "folder for the aligned files")->required();
    command->callback([options, &action] {
        AlignStep step{options->reference, {}};
        refuseInputFolder(*options);
        try {
            for (const std::string& text : options->collapse)
                parseCollapse(text, step);
        } catch (const FormatError& error) { // the call is wrong, not the data
            throw CLI::ValidationError("--collapse", error.what());
        }
        action = [options, step] { return align(*options, step); };
    });
}

}
