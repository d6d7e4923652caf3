#include "engine/cli/option_tree.h"
#include "engine/cli/polylogue_media/media_server.h"
#include "engine/core/installation.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

namespace engine::cli {

namespace {

constexpr int kLine = 3; ///< the handle on which whoever starts the program is reached

[[noreturn]] void serve(Descriptor line)
{
    MediaServer(std::move(line)).run();
}

/// Receives one line; none where the other end is closed.
Descriptor nextLine()
{
    char byte = 0;
    Descriptor line;
    receiveSome(kLine, &byte, 1, line);
    return line;
}

/// A copy of the process for each line that comes.
int beTemplate()
{
    while (Descriptor line = nextLine()) {
        const pid_t copy = ::fork();
        if (copy == 0) {
            ::close(kLine);
            serve(std::move(line));
        }
    }
    return EXIT_SUCCESS;
}

/// Serves one line in a copy that nobody waits for.
int serveAlone()
{
    const pid_t copy = ::fork();
    if (copy == 0)
        serve(Descriptor(kLine));
    return copy > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/// What this system lets a media process give up.
int sayConfinement()
{
    const bool hasNetwork = !leaveNetwork();
    Confined confined = confine(confinementFor(Installation::ofThisProgram().program("polylogue-media")));
    confined.ownNetwork = !hasNetwork;
    fmt::print("{}\n", confined.text());
    return confined.isWhole() ? EXIT_SUCCESS : EXIT_FAILURE;
}

bool isLineThere()
{
    int kind = 0;
    socklen_t size = sizeof kind;
    return ::getsockopt(kLine, SOL_SOCKET, SO_TYPE, &kind, &size) == 0;
}

}

}

int main(int argc, char** argv)
{
    CLI::App app{
        "Opens and decodes media for polylogue, in a process that can do nothing else: started by it, one "
        "for each file.",
        "polylogue-media"};
    bool isTemplate = false;
    bool isAlone = false;
    bool isAsked = false;
    app.add_flag("--template", isTemplate,
                 "Serve each line that comes on handle 3, in a copy of the process");
    app.add_flag("--serve", isAlone, "Serve the line on handle 3");
    app.add_flag("--confinement", isAsked,
                 "Say what this system lets such a process give up; 1 where not all");
    app.set_version_flag("--version", "polylogue-media " POLYLOGUE_VERSION);
    if (engine::cli::printsOptionTree(app, argc, argv))
        return 0;
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (isAsked)
        return engine::cli::sayConfinement();
    if ((!isTemplate && !isAlone) || !engine::cli::isLineThere()) {
        fmt::print(stderr, "{}", app.help());
        return 2;
    }
    ::signal(SIGINT, SIG_IGN); // of the terminal: whoever started the program decides when it ends
    ::signal(SIGCHLD, SIG_IGN); // nobody asks how copies end
    engine::leaveNetwork();
    return isTemplate ? engine::cli::beTemplate() : engine::cli::serveAlone();
}
