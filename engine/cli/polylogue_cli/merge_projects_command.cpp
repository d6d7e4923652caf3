#include "engine/annotation/project/merge_copies.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/said.h"
#include "engine/cli/whole_project.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/text_file.h"

#include <array>
#include <memory>
#include <nlohmann/json.hpp>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

struct ProjectsToMerge {
    fs::path mine;
    fs::path theirs;
    fs::path base; ///< empty: the state that the copy notes
    fs::path out;
    std::string prefer;
    fs::path conflicts; ///< table to write; empty: none
    bool overwrites = false;
    bool json = false;
};

constexpr std::array kSides{std::pair{"mine", ConflictSide::Mine}, std::pair{"theirs", ConflictSide::Theirs},
                            std::pair{"both", ConflictSide::Both}};

/// @throws FormatError (`time_zero`) when one counts time from the first picture, the other from the earliest
/// stream: only with the videos can be told whether that is the same.
void requireSameZero(const ProjectsToMerge& options, const Annotation& mine, const Annotation& theirs)
{
    const Item* own = mine.item("timeline", "zero");
    const Item* other = theirs.item("timeline", "zero");
    if ((own ? own->json : std::string()) != (other ? other->json : std::string()))
        throw FormatError("time_zero", options.theirs.string(),
                          fmt::format("counts time from another moment than {} does; the window merges them, "
                                      "where the videos show that both begin together",
                                      options.mine.string()));
}

/// What `--prefer` says of the conflicts that it can settle.
ConflictChoices choicesFor(const std::vector<Conflict>& conflicts, const std::string& prefer)
{
    ConflictChoices choices;
    for (const auto& [name, side] : kSides) {
        for (const Conflict& conflict : conflicts) {
            if (prefer == name && conflict.allows(side))
                choices[conflict] = side;
        }
    }
    return choices;
}

nlohmann::json jsonOf(const Conflict& conflict)
{
    return {{"video", conflict.video}, {"tier", conflict.tier}, {"where", conflict.where},
            {"what", conflict.what},   {"mine", conflict.mine}, {"theirs", conflict.theirs}};
}

void printMerged(const ProjectsToMerge& options, const Merged& merged, bool hasBase)
{
    if (options.json) {
        nlohmann::json json{{"added", merged.added},     {"changed", merged.changed},
                            {"removed", merged.removed}, {"settled", merged.settled},
                            {"has_base", hasBase},       {"conflicts", nlohmann::json::array()}};
        for (const Conflict& conflict : merged.conflicts)
            json["conflicts"].push_back(jsonOf(conflict));
        fmt::print("{}\n", jsonText(json));
        return;
    }
    if (!hasBase)
        say(stderr, "note: the state that both come from is not known, so nothing is removed\n");
    for (const Conflict& conflict : merged.conflicts)
        say(stdout, "conflict: {} {} {}: {}: mine {}, theirs {}\n", conflict.video, conflict.tier,
            conflict.where, conflict.what, conflict.mine, conflict.theirs);
    say(stdout, "{}: {} segments added, {} changed, {} removed, {} conflicts settled, {} left as in mine\n",
        options.out.string(), merged.added, merged.changed, merged.removed, merged.settled,
        merged.conflicts.size());
}

/// The same with whole paths: a name without a folder lies in this one.
ProjectsToMerge withWholePaths(ProjectsToMerge options)
{
    for (fs::path* path : {&options.mine, &options.theirs, &options.base, &options.out, &options.conflicts}) {
        if (!path->empty())
            *path = fs::absolute(*path);
    }
    return options;
}

int mergeTwo(const ProjectsToMerge& given)
{
    const ProjectsToMerge options = withWholePaths(given);
    if (!fs::exists(options.theirs))
        throw IoError("file_not_found", options.theirs.string(), "is not there");
    std::vector<fs::path> inputs{options.mine, options.theirs};
    if (!options.base.empty())
        inputs.push_back(options.base);
    std::vector<fs::path> outputs{options.out};
    if (!options.conflicts.empty())
        outputs.push_back(options.conflicts);
    refuseInputsAsOutputs(inputs, outputs);
    for (const fs::path& output : outputs)
        refuseToReplace(output, options.overwrites);
    requireBeside(options.out, options.mine);
    const Annotation mine = wholeProject(options.mine, "merged");
    const Annotation theirs = wholeProject(options.theirs, "merged");
    requireSameZero(options, mine, theirs);
    std::optional<fs::path> origin = options.base.empty() ? std::nullopt : std::optional(options.base);
    if (!origin)
        origin = originOf(theirs, options.mine);
    if (!origin)
        origin = originOf(mine, options.theirs);
    const std::optional<Annotation> base
        = origin ? std::optional(wholeProject(*origin, "merged")) : std::nullopt;
    Merged merged = mergeCopies(base ? &*base : nullptr, mine, theirs);
    if (const ConflictChoices choices = choicesFor(merged.conflicts, options.prefer); !choices.empty())
        merged = mergeCopies(base ? &*base : nullptr, mine, theirs, choices);
    writeCopyWith({merged.change}, options.mine, options.out);
    if (!options.conflicts.empty())
        writeTextFile(options.conflicts, conflictTable(merged.conflicts)).commit();
    printMerged(options, merged, base.has_value());
    return 0;
}

}

void addMergeProjects(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "merge-projects",
        "Merges the edits of another copy of a project into mine, as the window's Merge "
        "another copy. Conflicts keep what mine says, unless --prefer settles them.");
    auto options = std::make_shared<ProjectsToMerge>();
    command->add_option("MINE", options->mine, "my project (.polylogue)")->required();
    command->add_option("THEIRS", options->theirs, "the other copy")->required();
    command->add_option("--out", options->out, "the merged project, a new file beside mine")->required();
    command->add_option("--base", options->base,
                        "the state that both come from; without it the one that a copy notes, if it is kept");
    command->add_option("--prefer", options->prefer, "whose side counts where it can be chosen")
        ->check(CLI::IsMember({"mine", "theirs", "both"}));
    command->add_option("--conflicts", options->conflicts, "table of the conflicts that are left (CSV)");
    command->add_flag("--overwrite", options->overwrites, "replace files that are there");
    command->add_flag("--json", options->json, "counts and conflicts for machines");
    command->callback([options, &action] { action = [options] { return mergeTwo(*options); }; });
}

}
