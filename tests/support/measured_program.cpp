#include "tests/support/measured_program.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace engine::test {

namespace {

std::string textOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<char*> pointersTo(const std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (const std::string& text : texts)
        pointers.push_back(const_cast<char*>(text.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

/// The process leads a group of its own, so that its children can be ended with it.
pid_t start(const Measurement& measurement, const std::filesystem::path& output,
            const std::filesystem::path& errors)
{
    std::vector<std::string> environment = measurement.environment;
    environment.push_back(std::string("PATH=") + (std::getenv("PATH") ? std::getenv("PATH") : ""));
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    pid_t child = 0;
    const int failure = posix_spawn(&child, measurement.command.front().c_str(), &files, &attributes,
                                    pointersTo(measurement.command).data(), pointersTo(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    if (failure != 0)
        throw std::runtime_error(measurement.command.front() + " cannot be started");
    return child;
}

/// @return false when it still runs at the end of that time.
bool waitFor(pid_t child, std::chrono::milliseconds longest)
{
    const int handle = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
    if (handle < 0)
        return true; // an old system: waited for without a limit
    pollfd source{handle, POLLIN, 0};
    int ready = 0;
    do
        ready = poll(&source, 1, static_cast<int>(longest.count()));
    while (ready < 0 && errno == EINTR);
    close(handle);
    return ready != 0;
}

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

}

Measured runMeasured(const Measurement& measurement)
{
    const std::filesystem::path output = measurement.scratch / "stdout";
    const std::filesystem::path errors = measurement.scratch / "stderr";
    const pid_t child = start(measurement, output, errors);
    Measured result;
    if (!waitFor(child, measurement.longest)) {
        result.wasStopped = true;
        kill(-child, SIGKILL);
    }
    int status = 0;
    rusage usage{};
    while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
    }
    result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    result.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    result.processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    result.peakMiB = static_cast<double>(usage.ru_maxrss) / 1024.0;
    result.output = textOf(output);
    result.errors = textOf(errors);
    return result;
}

}
