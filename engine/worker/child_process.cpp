#include "engine/worker/child_process.h"

#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
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

/// What a child reads: a socket, since one writes to a pipe that nobody reads at the price of a signal.
struct Socket {
    Socket()
    {
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            throw IoError("io", "socketpair", std::strerror(errno));
    }
    ~Socket()
    {
        close(ends[0]);
        close(ends[1]);
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    std::array<int, 2> ends{};
};

void limit(int resource, rlim_t value)
{
    const rlimit both{value, value};
    setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

/// Arguments or variables as the system takes them.
std::vector<char*> pointersTo(const std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (const std::string& text : texts)
        pointers.push_back(const_cast<char*>(text.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

/// The variables of this process, and those of `added` that it has not.
std::vector<std::string> environmentWith(const std::vector<std::pair<std::string, std::string>>& added)
{
    std::vector<std::string> all;
    for (char** variable = environ; *variable; ++variable)
        all.emplace_back(*variable);
    for (const auto& [name, value] : added) {
        if (!std::getenv(name.c_str()))
            all.push_back(name + '=' + value);
    }
    return all;
}

/// Between fork and exec only calls that are safe in a program with threads.
/// @param input  below 0: /dev/null
[[noreturn]] void become(char* const* arguments, char* const* environment, const ChildLimits* limits,
                         int input, int output, int errors)
{
    if (limits) {
        limit(RLIMIT_CPU, limits->processorSeconds);
        limit(RLIMIT_AS, limits->memoryBytes);
        limit(RLIMIT_CORE, 0);
    }
    dup2(input >= 0 ? input : open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(errors, STDERR_FILENO);
    if (std::strchr(arguments[0], '/'))
        execve(arguments[0], arguments, environment);
    else
        execvpe(arguments[0], arguments, environment); // which gives to a shell what is no program
    _exit(127);
}

using Clock = std::chrono::steady_clock;

constexpr int kStopLook = 100; // ms between two looks at whether somebody stops

std::optional<Clock::time_point> after(std::chrono::milliseconds time)
{
    return time.count() > 0 ? std::optional(Clock::now() + time) : std::nullopt;
}

/// When a child is to be ended, whatever it does.
struct Patience {
    std::optional<Clock::time_point> end; ///< of its time
    std::optional<Clock::time_point> silent; ///< of its silence
    const std::stop_token& stop;

    bool isOver() const
    {
        const auto now = Clock::now();
        return (end && now >= *end) || (silent && now >= *silent);
    }

    /// What poll() waits; -1: for ever.
    int milliseconds() const
    {
        const auto next = end && silent ? std::optional(std::min(*end, *silent)) : end ? end : silent;
        const int longest = stop.stop_possible() ? kStopLook : 1'000'000;
        if (!next)
            return stop.stop_possible() ? longest : -1;
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*next - Clock::now()).count();
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

/// What goes on between this process and a child.
class Exchange {
public:
    Exchange(const ChildRun& child, const RunContext& run, pid_t process, int input, int output, int errors,
             ChildResult& result)
        : m_child(child)
        , m_run(run)
        , m_process(process)
        , m_result(result)
        , m_ends{{{output, POLLIN, 0}, {errors, POLLIN, 0}, {child.input.empty() ? -1 : input, POLLOUT, 0}}}
        , m_patience{std::nullopt, after(child.firstSilence), run.stop}
    {
        if (child.limits)
            m_patience.end = after(child.limits->wall);
    }

    /// Until the child has closed both its ends, whichever has something first, so that it never waits.
    /// @return false: it is to be ended
    bool go()
    {
        while (m_ends[0].fd >= 0 || m_ends[1].fd >= 0) {
            if (m_patience.isOver()) {
                m_result.wasTooSlow = true;
                return false;
            }
            if (m_run.stop.stop_requested() && !mayPutAway())
                return false;
            if (poll(m_ends.data(), m_ends.size(), m_patience.milliseconds()) < 0 && errno != EINTR)
                return true;
            if (m_ends[2].fd >= 0 && m_ends[2].revents != 0)
                write();
            if (m_ends[1].fd >= 0 && m_ends[1].revents != 0 && read(m_ends[1], m_result.errors))
                takeProgress(m_result.errors, m_run);
            if (m_ends[0].fd >= 0 && m_ends[0].revents != 0 && read(m_ends[0], m_result.output)
                && m_child.onLine && !takeLines()) {
                m_result.wasEnough = true;
                return false;
            }
        }
        return true;
    }

private:
    /// A child that is to be stopped is told so once.
    bool mayPutAway()
    {
        if (m_child.grace.count() == 0)
            return false;
        if (!m_graceEnd) {
            kill(m_process, SIGTERM);
            m_graceEnd = after(m_child.grace);
        }
        return Clock::now() < *m_graceEnd;
    }

    void write()
    {
        const ssize_t count = send(m_ends[2].fd, m_child.input.data() + m_written,
                                   m_child.input.size() - m_written, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count > 0)
            m_written += static_cast<std::size_t>(count);
        if ((count < 0 && errno != EINTR && errno != EAGAIN) || m_written == m_child.input.size())
            m_ends[2].fd = -1;
    }

    bool read(pollfd& from, std::string& target)
    {
        const ssize_t count = ::read(from.fd, m_buffer.data(), m_buffer.size());
        if (count > 0)
            target.append(m_buffer.data(), static_cast<std::size_t>(count));
        else if (count == 0 || errno != EINTR)
            from.fd = -1;
        return count > 0;
    }

    bool takeLines()
    {
        std::string& said = m_result.output;
        std::size_t first = 0;
        bool goesOn = true;
        for (std::size_t end = said.find('\n'); goesOn && end != std::string::npos;
             end = said.find('\n', first)) {
            goesOn = m_child.onLine(std::string_view(said).substr(first, end - first));
            first = end + 1;
        }
        said.erase(0, first);
        if (first > 0)
            m_patience.silent = after(m_child.nextSilence);
        return goesOn;
    }

    const ChildRun& m_child;
    const RunContext& m_run;
    pid_t m_process;
    ChildResult& m_result;
    std::array<pollfd, 3> m_ends; ///< stdout, stderr, stdin
    Patience m_patience;
    std::optional<Clock::time_point> m_graceEnd;
    std::array<char, 8192> m_buffer{};
    std::size_t m_written = 0;
};

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

ChildResult runChild(const ChildRun& child, const RunContext& run)
{
    const std::vector<char*> arguments = pointersTo(child.command);
    const std::vector<std::string> variables = environmentWith(child.environment);
    const std::vector<char*> environment = pointersTo(variables);
    const Waiting waiting(run);
    std::optional<Socket> input;
    if (!child.input.empty())
        input.emplace();
    Pipe output;
    Pipe errors;
    const pid_t process = fork();
    if (process == 0)
        become(arguments.data(), environment.data(), child.limits ? &*child.limits : nullptr,
               input ? input->ends[0] : -1, output.ends[1], errors.ends[1]);
    if (process < 0)
        throw IoError("io", child.command.front(),
                      std::string("no process can be made: ") + std::strerror(errno));
    output.closeWriting();
    errors.closeWriting();
    ChildResult result;
    Exchange exchange(child, run, process, input ? input->ends[1] : -1, output.ends[0], errors.ends[0],
                      result);
    bool isOver = false;
    try {
        isOver = exchange.go();
    } catch (...) { // of onLine
        end(process);
        throw;
    }
    if (!isOver) {
        result.signal = SIGKILL;
        end(process);
        if (run.stop.stop_requested())
            throw Cancelled();
        return result;
    }
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    if (run.stop.stop_requested() && child.grace.count() > 0)
        throw Cancelled();
    if (WIFSIGNALED(status))
        result.signal = WTERMSIG(status);
    else
        result.exitCode = WEXITSTATUS(status);
    return result;
}

}
