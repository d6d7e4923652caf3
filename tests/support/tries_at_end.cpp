// A library that is loaded into programs (LD_PRELOAD), and tries at their end what a confined one may not.
// Nothing of it needs the program to work together with it. A line for each process is written to the file
// $TRIES_TO: program, first argument, what it could do.

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

int file = -1;
std::array<char, 64> program{};
std::array<char, 64> argument{};
std::array<char, 512> forbidden{};
std::array<char, 512> allowed{};
pid_t other = 0;

void copy(const char* text, char* into, std::size_t bytes)
{
    if (text)
        std::snprintf(into, bytes, "%s", text);
}

/// 0, or the error of the last call.
int errorOf(long result)
{
    return result >= 0 ? 0 : errno;
}

int creating(const char* path)
{
    const int made = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const int error = errorOf(made);
    if (made >= 0)
        close(made);
    return error;
}

/// Reaches nobody: the connection is only asked for.
int opening(int family)
{
    const int made = socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int error = errorOf(made);
    if (made >= 0)
        close(made);
    return error;
}

/// A program that is not there, for which one is told that (ENOENT) where one may start programs.
int starting()
{
    char name[] = "/no/such/program";
    char* const arguments[] = {name, nullptr};
    return errorOf(execve(name, arguments, arguments + 1));
}

/// Raising the limit to what it is changes nothing.
int limiting()
{
    rlimit both{};
    getrlimit(RLIMIT_DATA, &both);
    return errorOf(setrlimit(RLIMIT_DATA, &both));
}

unsigned long long limitOf(int resource, rlim_t rlimit::*which)
{
    rlimit both{};
    getrlimit(static_cast<__rlimit_resource>(resource), &both);
    return both.*which == RLIM_INFINITY ? 0 : both.*which;
}

void tryAll(const char* end)
{
    if (file < 0)
        return;
    std::array<char, 1024> line{};
    const int length = std::snprintf(
        line.data(), line.size(),
        "%s %s end=%s seccomp=%d nonew=%d create=%d output=%d internet=%d local=%d signal=%d trace=%d "
        "start=%d limit=%d "
        "data=%llu cpu=%llu cpuever=%llu\n",
        program.data(), argument[0] ? argument.data() : "-", end, prctl(PR_GET_SECCOMP, 0, 0, 0, 0),
        prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0), creating(forbidden.data()),
        allowed[0] ? creating(allowed.data()) : -1, opening(AF_INET), opening(AF_UNIX),
        errorOf(kill(other, SIGURG)), errorOf(syscall(SYS_ptrace, PTRACE_TRACEME, 0, 0, 0)), starting(),
        limiting(), limitOf(RLIMIT_DATA, &rlimit::rlim_cur), limitOf(RLIMIT_CPU, &rlimit::rlim_cur),
        limitOf(RLIMIT_CPU, &rlimit::rlim_max));
    [[maybe_unused]] const auto written = write(file, line.data(), static_cast<std::size_t>(length));
    close(file);
    file = -1;
}

__attribute__((constructor)) void begin(int count, char** arguments, char**)
{
    const char* const to = std::getenv("TRIES_TO");
    const int opened = to ? open(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    constexpr int beyondOthers = 100; // programs have handles of their own at fixed numbers
    file = opened >= 0 ? fcntl(opened, F_DUPFD_CLOEXEC, beyondOthers) : -1;
    if (opened >= 0)
        close(opened);
    copy(program_invocation_short_name, program.data(), program.size());
    copy(count > 1 ? arguments[1] : nullptr, argument.data(), argument.size());
    copy(std::getenv("TRIES_FORBIDDEN"), forbidden.data(), forbidden.size());
    copy(std::getenv("TRIES_ALLOWED"), allowed.data(), allowed.size());
    if (const char* const process = std::getenv("TRIES_OTHER"))
        other = std::atoi(process);
}

__attribute__((destructor)) void end()
{
    tryAll("exit");
}

}

/// Of programs that end without tidying up.
extern "C" __attribute__((visibility("default"), noreturn)) void _exit(int status)
{
    tryAll("_exit");
    for (;;)
        syscall(SYS_exit_group, status);
}
