#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_server.h"
#include "engine/core/error.h"
#include "engine/models/threads.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <fcntl.h>
#include <memory>
#include <tuple>
#include <unistd.h>

namespace engine {

namespace {

/// Keeps stdout for frames: whatever a library prints goes to stderr from now on. @return where frames go.
int takeStdout()
{
    const int frames = dup(STDOUT_FILENO);
    if (frames < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0)
        throw IoError("io", "stdout", "cannot be redirected");
    return frames;
}

/// A live session sends 10 MB of pictures each second, and the GUI writes as much at once as a pipe holds,
/// between two paintings of its window: 64 KB, unless somebody asks for more.
void widenStdin()
{
    constexpr int asMuchAsAnyoneMay = 1 << 20; // /proc/sys/fs/pipe-max-size
    std::ignore
        = fcntl(STDIN_FILENO, F_SETPIPE_SZ, asMuchAsAnyoneMay); // of a file or a terminal it is refused
}

}

void addServeCommand(CLI::App& program)
{
    auto model = std::make_shared<std::string>();
    CLI::App* const command = program.add_subcommand(
        "serve", "Answer the GUI: frames on stdin and stdout, until stdin is closed.");
    command->add_option("--model", *model, "The model to begin with (.safetensors)");
    command->callback([model] {
        widenStdin();
        std::signal(SIGPIPE, SIG_IGN); // a GUI that went away closes stdin as well
        const TorchThreads torchThreads(1);
        ModelServer(STDIN_FILENO, takeStdout()).run(*model);
    });
}

}
