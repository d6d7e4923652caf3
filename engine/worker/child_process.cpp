#include "engine/worker/child_process.h"

#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace engine {

namespace {

struct Pipe {
    Pipe()
    {
        if (pipe2(ends.data(), O_CLOEXEC) != 0)
            throw IoError("io", "pipe", std::strerror(errno));
    }
    ~Pipe()
    {
        close(ends[0]);
        closeWriting();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void closeWriting()
    {
        if (ends[1] >= 0)
            close(ends[1]);
        ends[1] = -1;
    }
    std::array<int, 2> ends{};
};

void limit(int resource, rlim_t value)
{
    const rlimit both{value, value};
    setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

/// Between fork and exec only calls that are safe in a program with threads.
[[noreturn]] void become(char* const* arguments, const ChildLimits* limits, int output, int errors)
{
    if (limits) {
        limit(RLIMIT_CPU, limits->processorSeconds);
        limit(RLIMIT_AS, limits->memoryBytes);
        limit(RLIMIT_CORE, 0);
    }
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(errors, STDERR_FILENO);
    execvp(arguments[0], arguments);
    _exit(127);
}

using Clock = std::chrono::steady_clock;

constexpr int kStopLook = 100; // ms between two looks at whether somebody stops

/// When a child is to be ended, whatever it does.
struct Patience {
    std::optional<Clock::time_point> end;
    const std::stop_token& stop;

    bool isOver() const { return stop.stop_requested() || (end && Clock::now() >= *end); }

    /// What poll() waits; -1: for ever.
    int milliseconds() const
    {
        const int longest = stop.stop_possible() ? kStopLook : 1'000'000;
        if (!end)
            return stop.stop_possible() ? longest : -1;
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*end - Clock::now()).count();
        return static_cast<int>(std::clamp<long long>(left + 1, 0, longest));
    }
};

/// Takes the whole lines of progress out of what was said.
void takeProgress(std::string& said, const RunContext& run)
{
    constexpr std::string_view name = "progress ";
    std::size_t first = 0;
    for (std::size_t end = said.find('\n'); end != std::string::npos; end = said.find('\n', first)) {
        const std::string_view line = std::string_view(said).substr(first, end - first);
        double fraction = 0.0;
        const bool isProgress = line.starts_with(name)
            && std::from_chars(line.data() + name.size(), line.data() + line.size(), fraction).ec
                == std::errc();
        if (!isProgress) {
            first = end + 1;
            continue;
        }
        if (run.progress)
            run.progress(std::clamp(fraction, 0.0, 1.0));
        said.erase(first, end + 1 - first);
    }
}

/// Reads both pipes to their ends, whichever has something first, so that the child never waits for us.
/// @return false when the patience was over before
bool collect(int output, int errors, const Patience& patience, const RunContext& run, ChildResult& result)
{
    std::array<pollfd, 2> sources{{{output, POLLIN, 0}, {errors, POLLIN, 0}}};
    std::array<std::string*, 2> targets{&result.output, &result.errors};
    std::array<char, 8192> buffer{};
    while (sources[0].fd >= 0 || sources[1].fd >= 0) {
        if (patience.isOver())
            return false;
        if (poll(sources.data(), sources.size(), patience.milliseconds()) < 0 && errno != EINTR)
            return true;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            if (sources[i].fd < 0 || sources[i].revents == 0)
                continue;
            const ssize_t count = read(sources[i].fd, buffer.data(), buffer.size());
            if (count > 0) {
                targets[i]->append(buffer.data(), static_cast<std::size_t>(count));
                if (targets[i] == &result.errors)
                    takeProgress(result.errors, run);
            } else if (count == 0 || errno != EINTR)
                sources[i].fd = -1;
        }
    }
    return true;
}

/// Ends a child. One that waits for a disk cannot be ended before the disk answers: after a second it is left
/// to itself, and a thread takes its end away whenever that comes.
void end(pid_t child)
{
    kill(child, SIGKILL);
    for (int tenth = 0; tenth < 10; ++tenth) {
        if (waitpid(child, nullptr, WNOHANG) != 0)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    std::thread([child] { waitpid(child, nullptr, 0); }).detach();
}

}

ChildResult runChild(const std::vector<std::string>& command, const std::optional<ChildLimits>& limits,
                     const RunContext& run)
{
    std::vector<char*> arguments;
    for (const std::string& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    const Waiting waiting(run);
    Pipe output;
    Pipe errors;
    const pid_t child = fork();
    if (child == 0)
        become(arguments.data(), limits ? &*limits : nullptr, output.ends[1], errors.ends[1]);
    if (child < 0)
        throw IoError("io", command.front(), std::string("no process can be made: ") + std::strerror(errno));
    output.closeWriting();
    errors.closeWriting();
    ChildResult result;
    Patience patience{std::nullopt, run.stop};
    if (limits && limits->wall.count() > 0)
        patience.end = Clock::now() + limits->wall;
    if (!collect(output.ends[0], errors.ends[0], patience, run, result)) {
        result.wasTooSlow = true;
        result.signal = SIGKILL;
        end(child);
        if (run.stop.stop_requested())
            throw Cancelled();
        return result;
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFSIGNALED(status))
        result.signal = WTERMSIG(status);
    else
        result.exitCode = WEXITSTATUS(status);
    return result;
}

}
