#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/probing.h"
#include "engine/sequences/citations.h"

#include <fmt/format.h>

namespace engine::cli {

namespace {

int cite(const std::vector<std::string>& files, bool asSdk)
{
    const auto prober = makeProber();
    std::vector<Metadata> sequences;
    for (const std::string& path : files) {
        const auto file = openProbed(path, *prober);
        sequences.push_back(file->metadata());
        sequences.back().try_emplace("root name", file->rootName());
    }
    std::vector<std::string> missing;
    const std::string text = asSdk ? sdkCitations(sequences, missing) : bibtex(sequences, missing);
    for (const std::string& sentence : missing)
        say(stderr, "{}\n", sentence);
    fmt::print("{}", terminalLines(text));
    return 0;
}

}

void addCite(CLI::App& program, Action& action)
{
    struct Options {
        std::vector<std::string> files;
        bool asSdk = false;
    };
    auto* command = program.add_subcommand("cite", "Says what to cite for sequences, as a BibTeX file.");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->files, "computational sequences (.csd)")->required();
    command->add_flag("--sdk", options->asSdk, "the text that the CMU-MultimodalSDK writes (no BibTeX file)");
    command->callback(
        [options, &action] { action = [options] { return cite(options->files, options->asSdk); }; });
}

}
