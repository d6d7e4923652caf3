#include "engine/cli/commands.h"
#include "engine/cli/one_step.h"
#include "engine/core/error.h"

namespace engine::cli {

namespace {

struct Options {
    OneStep step;
    std::string reference;
    std::vector<std::string> collapse;
    std::string fill;
    bool report = false;
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

}

void addAlign(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "align", "Aligns sequences to the intervals of one of them and writes the result.");
    auto options = std::make_shared<Options>();
    addOneStepOptions(*command, options->step);
    command->add_option("--reference", options->reference, "root name of the sequence whose intervals count")
        ->required();
    command->add_option("--collapse", options->collapse,
                        "SEQUENCE=FUNCTION[,FUNCTION]: how its rows become one; without SEQUENCE, for all. "
                        "mean_or_passthrough suits datasets with text");
    command->add_option("--impute", options->fill, "fill segments that receive nothing")
        ->check(CLI::IsMember({"zeros", "ones", "mean", "linear", "hold", "nearest"}));
    command->add_flag("--report", options->report,
                      "also alignment.json: rows per target, coverage, what was dropped");
    command->callback([options, &action] {
        AlignStep align{options->reference, {}};
        try {
            for (const std::string& text : options->collapse)
                parseCollapse(text, align);
        } catch (const FormatError& error) { // the call is wrong, not the data
            throw CLI::ValidationError("--collapse", error.what());
        }
        std::vector<RecipeStep> steps{align};
        if (!options->fill.empty())
            steps.push_back(ImputeStep{options->reference, {{"*", parseFill(options->fill)}}});
        checkOneStep(options->step);
        action = [options, steps] { return runSteps(options->step, steps, options->report); };
    });
}

}
