#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/one_step.h"

namespace engine::cli {

void addUnify(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "unify", "Keeps the videos that every sequence has (with --hard: the ids, segments and all).");
    struct Options {
        OneStep step;
        bool hard = false;
        bool check = false;
    };
    auto options = std::make_shared<Options>();
    addOneStepOptions(*command, options->step);
    command->add_flag("--hard", options->hard, "compare whole ids, not only videos");
    command->add_flag("--check", options->check, "drop nothing; fail when something would be dropped");
    command->callback([options, &action] {
        checkOneStep(options->step);
        action = [options] {
            const RecipeStep step = options->hard ? RecipeStep(HardUnifyStep{!options->check})
                                                  : RecipeStep(UnifyStep{!options->check});
            return runSteps(options->step, {step});
        };
    });
}

void addImpute(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "impute", "Gives every sequence the ids of the reference that it lacks; filled rows are marked.");
    struct Options {
        OneStep step;
        std::string reference;
        std::string fill = "zeros";
    };
    auto options = std::make_shared<Options>();
    addOneStepOptions(*command, options->step);
    command->add_option("--reference", options->reference, "root name of the sequence whose ids count")
        ->required();
    command
        ->add_option("--fill", options->fill,
                     "what stands in: zeros (default), ones, mean, linear, hold, nearest")
        ->check(CLI::IsMember({"zeros", "ones", "mean", "linear", "hold", "nearest"}));
    command->callback([options, &action] {
        checkOneStep(options->step);
        action = [options] {
            return runSteps(options->step,
                            {ImputeStep{options->reference, {{"*", parseFill(options->fill)}}}});
        };
    });
}

void addRevert(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "revert", "Joins aligned segments v[k] to videos again, those that every sequence has.");
    auto options = std::make_shared<OneStep>();
    addOneStepOptions(*command, *options);
    command->callback([options, &action] {
        checkOneStep(*options);
        action = [options] { return runSteps(*options, {RevertStep{}}); };
    });
}

}
