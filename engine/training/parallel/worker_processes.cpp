#include "engine/training/parallel/worker_processes.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace engine {

namespace {

/// Between fork and exec only calls that are safe in a program with threads.
[[noreturn]] void becomeWorker(char* const* arguments, pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) // which ended in between
        _exit(EXIT_FAILURE);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr); // the parent blocks what stops it
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, STDIN_FILENO);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execv(arguments[0], arguments);
    constexpr int cannotBeStarted = 127;
    _exit(cannotBeStarted);
}

}

WorkerProcesses::WorkerProcesses(std::size_t count, const std::vector<std::string>& arguments)
{
    std::string name = (std::filesystem::temp_directory_path() / "polylogue-workers-XXXXXX").string();
    if (!mkdtemp(name.data()))
        throw IoError("io", name, std::string("cannot be made: ") + std::strerror(errno));
    m_folder = name;
    try {
        for (std::size_t rank = 1; rank < count; ++rank) {
            std::vector<std::string> command{Installation::thisProgram().string()};
            command.insert(command.end(), arguments.begin(), arguments.end());
            command.insert(command.end(),
                           {"--rank", std::to_string(rank), "--rendezvous", m_folder.string()});
            start(command);
        }
    } catch (...) {
        end();
        throw;
    }
}

WorkerProcesses::~WorkerProcesses()
{
    end();
}

void WorkerProcesses::start(const std::vector<std::string>& command)
{
    std::vector<char*> arguments;
    for (const std::string& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t parent = getpid();
    const pid_t process = fork();
    if (process == 0)
        becomeWorker(arguments.data(), parent);
    if (process < 0)
        throw IoError("io", command.front(), std::string("cannot be started: ") + std::strerror(errno));
    m_children.push_back({process});
}

WorkerPlace WorkerProcesses::place()
{
    WorkerPlace place;
    place.count = m_children.size() + 1;
    place.rendezvous = m_folder;
    place.fate = [this](std::size_t rank) { return fateOf(rank); };
    return place;
}

std::optional<std::string> WorkerProcesses::fateOf(std::size_t rank)
{
    if (rank == 0)
        return std::nullopt;
    Child& child = m_children.at(rank - 1);
    int status = 0;
    if (!child.fate && waitpid(child.process, &status, WNOHANG) == child.process)
        child.fate = WIFSIGNALED(status) ? fmt::format("signal {}", WTERMSIG(status))
                                         : fmt::format("itself, with exit code {}", WEXITSTATUS(status));
    return child.fate;
}

void WorkerProcesses::end()
{
    constexpr std::chrono::seconds grace{5};
    constexpr std::chrono::milliseconds moment{20};
    const auto areGone = [this] {
        bool all = true;
        for (std::size_t rank = 1; rank <= m_children.size(); ++rank)
            all = fateOf(rank).has_value() && all;
        return all;
    };
    const auto waitAWhile = [&](std::chrono::milliseconds time) {
        const auto until = std::chrono::steady_clock::now() + time;
        while (!areGone() && std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(moment);
        return areGone();
    };
    const auto signalAll = [this](int signal) {
        for (const Child& child : m_children) {
            if (!child.fate)
                kill(child.process, signal);
        }
    };
    if (!waitAWhile(moment * 10)) { // at the end of a run they end by themselves
        signalAll(SIGTERM);
        if (!waitAWhile(grace))
            signalAll(SIGKILL);
        waitAWhile(grace);
    }
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

}
