#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/one_step.h"
#include "engine/core/error.h"

namespace engine::cli {

namespace {

struct AlignOptions {
    OneStep step;
    std::string reference;
    double rate = 0.0; ///< Hz
    double window = 0.0; ///< seconds
    double hop = 0.0; ///< seconds
    std::string framesOf;
    std::vector<std::string> collapse;
    std::string fill;
    bool report = false;
};

AlignReference referenceOf(const AlignOptions& options)
{
    if (options.rate > 0.0)
        return FixedRate{options.rate};
    if (options.window > 0.0)
        return SlidingWindow{options.window, options.hop > 0.0 ? options.hop : options.window};
    if (!options.framesOf.empty())
        return VideoFrames{options.framesOf};
    return options.reference;
}

/// A sequence may be called anything, so what is no sequence has options of its own.
void addReferenceOptions(CLI::App& command, AlignOptions& options)
{
    auto* group = command.add_option_group("what to align to");
    group->add_option("--reference", options.reference, "root name of the sequence whose intervals count");
    group->add_option("--rate", options.rate, "so many intervals per second, from 0 on")
        ->check(CLI::Range(1e-6, 1e6));
    auto* window = group->add_option("--window", options.window, "windows of so many seconds, from 0 on")
                       ->check(CLI::Range(1e-4, 1e6));
    group->add_option("--frames-of", options.framesOf,
                      "the frames of this video; {id} in its name stands for the video's id");
    group->require_option(1);
    command.add_option("--hop", options.hop, "seconds from one window to the next; the window, if not given")
        ->needs(window)
        ->check(CLI::Range(1e-4, 1e6));
}

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

}

void addAlign(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "align", "Aligns sequences to the intervals of one of them, or to others, and writes the result.");
    auto options = std::make_shared<AlignOptions>();
    addOneStepOptions(*command, options->step);
    addReferenceOptions(*command, *options);
    command->add_option("--collapse", options->collapse,
                        "SEQUENCE=FUNCTION[,FUNCTION]: how its rows become one; without SEQUENCE, for all. "
                        "mean_or_passthrough suits datasets with text");
    command->add_option("--impute", options->fill, "fill segments that receive nothing")
        ->check(CLI::IsMember({"zeros", "ones", "mean", "linear", "hold", "nearest"}));
    command->add_flag("--report", options->report,
                      "also alignment.json: rows per target, coverage, what was dropped");
    command->callback([options, &action] {
        AlignStep align{referenceOf(*options), {}};
        try {
            for (const std::string& text : options->collapse)
                parseCollapse(text, align);
        } catch (const FormatError& error) { // the call is wrong, not the data
            throw CLI::ValidationError("--collapse", error.what());
        }
        std::vector<RecipeStep> steps{align};
        if (!options->fill.empty() && options->reference.empty())
            throw CLI::ValidationError("--impute", "needs --reference, the sequence whose segments count");
        if (!options->fill.empty())
            steps.push_back(ImputeStep{options->reference, {{"*", parseFill(options->fill)}}});
        checkOneStep(options->step);
        action = [options, steps] { return runSteps(options->step, steps, options->report); };
    });
}

}
