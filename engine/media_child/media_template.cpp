#include "engine/media_child/media_template.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <spawn.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace engine {

namespace {

constexpr const char* kVariable = "POLYLOGUE_MEDIA_TEMPLATE"; // PID:HANDLE
constexpr int kLineOfChild = 3;

/// Starts the program with one end of a line as its handle 3. @return its process; −1: it cannot be started
int start(const std::filesystem::path& program, const char* option, int line)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (line == kLineOfChild) // is closed with the program else
        posix_spawn_file_actions_adddup2(&actions, kLineOfChild, kLineOfChild);
    else
        posix_spawn_file_actions_adddup2(&actions, line, kLineOfChild);
    std::string name = program.string();
    std::string how = option;
    std::array<char*, 3> arguments{name.data(), how.data(), nullptr};
    pid_t process = -1;
    const int failed = posix_spawn(&process, name.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? process : -1;
}

/// The line to the template of this process; −1: it has none.
int lineToTemplate()
{
    const char* text = std::getenv(kVariable);
    if (!text)
        return -1;
    const char* end = text + std::strlen(text);
    int process = -1;
    int line = -1;
    const auto [colon, error] = std::from_chars(text, end, process);
    if (error != std::errc() || colon == end || process != ::getpid()) // of another process
        return -1;
    std::from_chars(colon + 1, end, line);
    return line;
}

/// Asks the template for a copy that serves this line. @return whether there is one
bool askTemplate(int line)
{
    const int asked = lineToTemplate();
    if (asked < 0)
        return false;
    return sendSome(asked, "1", line) == 1;
}

}

MediaTemplate::MediaTemplate(const std::filesystem::path& program)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return;
    Descriptor own(ends[0]);
    const Descriptor others(ends[1]);
    m_process = start(program, "--template", others.get());
    if (m_process < 0)
        return;
    m_line = std::move(own);
    ::setenv(kVariable, (std::to_string(::getpid()) + ':' + std::to_string(m_line.get())).c_str(), 1);
}

MediaTemplate::~MediaTemplate()
{
    if (m_process < 0)
        return;
    ::unsetenv(kVariable);
    m_line.reset(); // by which it ends
    ::waitpid(m_process, nullptr, 0);
}

Descriptor lineToNewChild(ChildOf origin)
{
    auto [own, others] = makeLine();
    if (origin == ChildOf::Template && askTemplate(others.get()))
        return std::move(own);
    const std::filesystem::path program = Installation::ofThisProgram().program("polylogue-media");
    const int process = start(program, "--serve", others.get());
    if (process < 0)
        throw IoError("file_not_found", program.string(), "could not be run to open media");
    ::waitpid(process, nullptr, 0); // it leaves the work to a copy of itself, which nobody waits for
    return std::move(own);
}

}
