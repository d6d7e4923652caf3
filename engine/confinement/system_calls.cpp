#include "engine/confinement/system_calls.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <initializer_list>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <type_traits>
#include <unistd.h>

namespace engine {

namespace {

struct ReleaseFilter {
    void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, ReleaseFilter>;

constexpr std::uint32_t kRefused = SCMP_ACT_ERRNO(EPERM);

/// Rules for calls by name. A name that this system does not know has no call.
void rule(const Filter& filter, std::uint32_t action, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        const int number = seccomp_syscall_resolve_name(name);
        if (number != __NR_SCMP_ERROR)
            seccomp_rule_add(filter.get(), action, number, 0);
    }
}

/// The same where all these conditions on arguments hold.
void ruleWhere(const Filter& filter, std::uint32_t action, const char* name,
               std::initializer_list<scmp_arg_cmp> conditions)
{
    const int number = seccomp_syscall_resolve_name(name);
    if (number != __NR_SCMP_ERROR)
        seccomp_rule_add_array(filter.get(), action, number, static_cast<unsigned>(conditions.size()),
                               std::data(conditions));
}

/// An argument has these bits of a mask.
scmp_arg_cmp has(unsigned argument, std::uint64_t mask, std::uint64_t bits)
{
    return {argument, SCMP_CMP_MASKED_EQ, mask, bits};
}

/// An argument that the system takes for 32 bits is this number.
scmp_arg_cmp is(unsigned argument, std::uint32_t number)
{
    return has(argument, 0xffffffff, number);
}

scmp_arg_cmp isNot(unsigned argument, std::uint64_t number)
{
    return {argument, SCMP_CMP_NE, number, 0};
}

std::uint64_t ownProcess()
{
    return static_cast<std::uint64_t>(getpid());
}

/// New threads, and no new processes. glibc asks for a thread by clone3(), whose flags no rule can see, and
/// by clone() where the system says that it has no clone3().
void allowThreads(const Filter& filter)
{
    rule(filter, SCMP_ACT_ERRNO(ENOSYS), {"clone3"});
    ruleWhere(filter, SCMP_ACT_ALLOW, "clone", {has(0, CLONE_THREAD, CLONE_THREAD)});
}

/// Files and pipes that signal a process of one's choice, with a signal of one's choice, when there is
/// something to read; and lines that are typed into a terminal for the shell behind it.
void refuseWaysRound(const Filter& filter)
{
    for (const int command : {F_SETOWN, F_SETOWN_EX, F_SETSIG})
        ruleWhere(filter, kRefused, "fcntl", {is(1, static_cast<std::uint32_t>(command))});
    for (const std::uint32_t request : {FIOSETOWN, SIOCSPGRP, TIOCSTI, TIOCLINUX})
        ruleWhere(filter, kRefused, "ioctl", {is(1, request)});
}

/// Signals to other processes. One may ask whether there is a process (signal 0).
void refuseSignals(const Filter& filter)
{
    ruleWhere(filter, kRefused, "kill", {isNot(0, ownProcess()), isNot(1, 0)});
    for (const char* name : {"tgkill", "rt_tgsigqueueinfo"})
        ruleWhere(filter, kRefused, name, {isNot(0, ownProcess())});
    rule(filter, kRefused, {"tkill", "rt_sigqueueinfo", "pidfd_send_signal"});
}

/// Of a process that must be able to end what it starts, where the system cannot tell that from others:
/// signals to many at once.
void refuseSignalsToMany(const Filter& filter)
{
    constexpr std::uint32_t sign = 0x80000000; // groups, and all
    ruleWhere(filter, kRefused, "kill", {is(0, 0)});
    ruleWhere(filter, kRefused, "kill", {has(0, sign, sign)});
    rule(filter, kRefused, {"tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_send_signal"});
}

Filter rulesOfDecoder()
{
    Filter filter(seccomp_init(kRefused));
    if (!filter)
        return filter;
    // memory, without any that can be run, and without any that the limit of memory does not count
    constexpr std::uint64_t uncounted = MAP_ANONYMOUS | MAP_GROWSDOWN;
    ruleWhere(filter, SCMP_ACT_ALLOW, "mprotect", {has(2, PROT_EXEC, 0)});
    ruleWhere(filter, SCMP_ACT_ALLOW, "mmap",
              {has(2, PROT_EXEC, 0), has(3, MAP_TYPE | MAP_GROWSDOWN, MAP_PRIVATE)});
    ruleWhere(filter, SCMP_ACT_ALLOW, "mmap",
              {has(2, PROT_EXEC, 0), has(3, MAP_TYPE | uncounted, MAP_SHARED)});
    rule(filter, SCMP_ACT_ALLOW, {"munmap", "mremap", "madvise", "brk", "membarrier"});
    // files, for reading, and what is open already
    for (const char* name : {"open", "openat"})
        ruleWhere(filter, SCMP_ACT_ALLOW, name,
                  {has(name[4] == '\0' ? 1 : 2, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY)});
    rule(filter, SCMP_ACT_ALLOW,
         {"read",       "readv",  "pread64",   "preadv",     "write",     "writev",    "lseek",   "close",
          "fstat",      "stat",   "lstat",     "newfstatat", "fstatat64", "statx",     "dup",     "readlink",
          "readlinkat", "access", "faccessat", "faccessat2", "getcwd",    "fadvise64", "recvmsg", "recvfrom",
          "sendmsg",    "sendto", "poll",      "ppoll",      "shutdown"});
    for (const int command : {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_GET_SEALS})
        ruleWhere(filter, SCMP_ACT_ALLOW, "fcntl", {is(1, static_cast<std::uint32_t>(command))});
    // threads and time
    allowThreads(filter);
    rule(filter, SCMP_ACT_ALLOW,
         {"futex",
          "set_robust_list",
          "get_robust_list",
          "rseq",
          "set_tid_address",
          "gettid",
          "getpid",
          "getppid",
          "exit",
          "exit_group",
          "sched_yield",
          "sched_getaffinity",
          "sched_getparam",
          "sched_getscheduler",
          "sched_get_priority_min",
          "sched_get_priority_max",
          "getpriority",
          "getcpu",
          "clock_gettime",
          "clock_getres",
          "clock_nanosleep",
          "nanosleep",
          "gettimeofday",
          "time",
          "rt_sigaction",
          "rt_sigprocmask",
          "rt_sigreturn",
          "sigaltstack",
          "restart_syscall",
          "prctl",
          "arch_prctl"});
    ruleWhere(filter, SCMP_ACT_ALLOW, "tgkill", {is(0, static_cast<std::uint32_t>(ownProcess()))});
    for (const char* name : {"sched_setaffinity", "sched_setscheduler"})
        ruleWhere(filter, SCMP_ACT_ALLOW, name, {is(0, 0)}); // of the thread itself
    ruleWhere(filter, SCMP_ACT_ALLOW, "setpriority", {is(0, PRIO_PROCESS), is(1, 0)});
    // limits of its own: they may be read, and that of processor time is set for each question, within the
    // hard one
    ruleWhere(filter, SCMP_ACT_ALLOW, "prlimit64", {is(0, 0), has(2, ~std::uint64_t{0}, 0)});
    ruleWhere(filter, SCMP_ACT_ALLOW, "prlimit64", {is(0, 0), is(1, RLIMIT_CPU)});
    ruleWhere(filter, SCMP_ACT_ALLOW, "setrlimit", {is(0, RLIMIT_CPU)});
    // what the process may know of itself and the machine
    rule(filter, SCMP_ACT_ALLOW,
         {"getrandom", "uname", "sysinfo", "getrlimit", "getrusage", "times", "getuid", "geteuid", "getgid",
          "getegid"});
    return filter;
}

/// Sockets but those of the internet, and of the machine's own answers about its network (netlink).
void refuseOtherSockets(const Filter& filter)
{
    static constexpr std::array reached{AF_INET, AF_INET6, AF_NETLINK};
    for (int family = 0; family < AF_MAX; ++family) {
        if (family != reached[0] && family != reached[1] && family != reached[2])
            ruleWhere(filter, kRefused, "socket", {is(0, static_cast<std::uint32_t>(family))});
    }
    ruleWhere(filter, kRefused, "socket", {{0, SCMP_CMP_GE, AF_MAX, 0}});
}

Filter rulesOfWorker(const Confinement& wished, bool areSignalsKept)
{
    Filter filter(seccomp_init(SCMP_ACT_ALLOW));
    if (!filter)
        return filter;
    if (wished.network == Confinement::Network::None)
        rule(filter, kRefused, {"socket", "socketcall", "connect", "bind", "listen", "accept", "accept4"});
    else if (wished.network == Confinement::Network::Internet)
        refuseOtherSockets(filter);
    rule(filter, kRefused,
         {"ptrace",
          "process_vm_readv",
          "process_vm_writev",
          "process_madvise",
          "process_mrelease",
          "pidfd_open",
          "pidfd_getfd",
          "kcmp",
          "migrate_pages",
          "move_pages", // other processes
          "mount",
          "umount2",
          "pivot_root",
          "chroot",
          "move_mount",
          "open_tree",
          "fsopen",
          "fsconfig",
          "fsmount",
          "setns",
          "unshare",
          "bpf",
          "perf_event_open",
          "userfaultfd",
          "keyctl",
          "add_key",
          "request_key", // the system
          "init_module",
          "finit_module",
          "delete_module",
          "kexec_load",
          "kexec_file_load",
          "reboot",
          "swapon",
          "swapoff",
          "syslog",
          "acct",
          "quotactl",
          "settimeofday",
          "clock_settime",
          "sethostname",
          "setdomainname",
          "iopl",
          "ioperm",
          "open_by_handle_at",
          "name_to_handle_at",
          "io_uring_setup",
          "io_uring_enter",
          "io_uring_register"});
    ruleWhere(filter, kRefused, "prlimit64", {isNot(0, 0), isNot(2, 0)}); // limits of others
    refuseWaysRound(filter);
    if (!wished.runsPrograms) {
        rule(filter, kRefused, {"execve", "execveat"});
        refuseSignals(filter);
    } else if (!areSignalsKept) {
        refuseSignalsToMany(filter);
    }
    return filter;
}

}

bool ruleCalls(const Confinement& wished, bool areSignalsKept)
{
    const Filter filter = wished.calls == Confinement::Calls::OfDecoder
        ? rulesOfDecoder()
        : rulesOfWorker(wished, areSignalsKept);
    if (!filter)
        return false;
    seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1); // threads of libraries, too
    return seccomp_load(filter.get()) == 0;
}

}
