#include "engine/cli/ending.h"
#include "engine/cli/option_tree.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/probing.h"
#include "engine/core/freed_memory.h"
#include "engine/core/terminal_text.h"

#include <cstdio>
#include <fmt/format.h>
#include <string_view>

int main(int argc, char** argv)
{
    engine::keepFreedMemory();
    using namespace engine::cli;
    CLI::App program("Computational sequences from the command line: look at them, check them, align them.",
                     "polylogue-cli");
    program.set_version_flag("--version", "polylogue-cli " POLYLOGUE_VERSION);
    program.require_subcommand(1);
    addTrust(program); // before the commands, which inherit that options may stand behind them
    Action action;
    addAgreement(program, action);
    addAudit(program, action);
    addBestWorst(program, action);
    addCite(program, action);
    addComplete(program, action);
    addConsensus(program, action);
    addConvert(program, action);
    addDesign(program, action);
    addExport(program, action);
    addExtract(program, action);
    addFetch(program, action);
    addFuseRatings(program, action);
    addInfluence(program, action);
    addTurns(program, action);
    addSynchrony(program, action);
    addAccommodation(program, action);
    addOffset(program, action);
    addInfo(program, action);
    addValence(program, action);
    addValidate(program, action);
    addAlign(program, action);
    addUnify(program, action);
    addImpute(program, action);
    addRevert(program, action);
    addRoute(program, action);
    addRun(program, action);
    addRunCase(program, action);
    addMedia(program, action);
    addMerge(program, action);
    addMergeProjects(program, action);
    addPreferences(program, action);
    addSlurm(program, action);
    addSnapshot(program, action);
    addDemo(program, action);
    addMakeDataset(program, action);
    addSpeech(program, action);
    addStats(program, action);
    addTable(program, action);
    addWords(program, action);
    addWordsScore(program, action);
    addEditMetadata(program, action);
    addPublish(program, action);
    addProbe(program, action);
    const auto markThoseOfExtract
        = [](nlohmann::ordered_json& tree) { // asked by itself, `COMMAND --option-tree`
              for (nlohmann::ordered_json& command : tree["commands"])
                  command["elsewhere"] = isOfExtract(command["name"].get<std::string>());
          };
    if (printsOptionTree(program, argc, argv, markThoseOfExtract))
        return 0;
    const bool isExtract = argc > 1 && isOfExtract(argv[1]);
    try {
        if (!isExtract)
            program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (argc > 1 && argv[1][0] != '-' && program.get_subcommands().empty())
            fmt::print(stderr, "There is no command '{}'.\n", engine::terminalText(argv[1]));
        return program.exit(error) == 0 ? 0 : 2;
    }
    return runToTheEnd([&] {
        if (isExtract)
            handToExtract(argv);
        return action();
    });
}
