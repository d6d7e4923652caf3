#include "engine/confinement/system_calls.h"

#include <cerrno>
#include <fcntl.h>
#include <initializer_list>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <type_traits>

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

/// The same where an argument has these bits of a mask.
void ruleWhere(const Filter& filter, std::uint32_t action, const char* name, unsigned argument, std::uint64_t mask,
               std::uint64_t bits)
{
    const int number = seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR)
        return;
    const scmp_arg_cmp compared{argument, SCMP_CMP_MASKED_EQ, mask, bits};
    seccomp_rule_add_array(filter.get(), action, number, 1, &compared);
}

/// New threads, and no new processes. glibc asks for a thread by clone3(), whose flags no rule can see, and by
/// clone() where the system says that it has no clone3().
void allowThreads(const Filter& filter)
{
    rule(filter, SCMP_ACT_ERRNO(ENOSYS), {"clone3"});
    ruleWhere(filter, SCMP_ACT_ALLOW, "clone", 0, CLONE_THREAD, CLONE_THREAD);
}

Filter rulesOfDecoder()
{
    Filter filter(seccomp_init(kRefused));
    if (!filter)
        return filter;
    // memory, without any that can be run
    for (const char* name : {"mmap", "mprotect"})
        ruleWhere(filter, SCMP_ACT_ALLOW, name, 2, PROT_EXEC, 0);
    rule(filter, SCMP_ACT_ALLOW, {"munmap", "mremap", "madvise", "brk", "membarrier"});
    // files, for reading, and what is open already
    for (const char* name : {"open", "openat"})
        ruleWhere(filter, SCMP_ACT_ALLOW, name, name[4] == '\0' ? 1 : 2, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY);
    rule(filter, SCMP_ACT_ALLOW,
         {"read", "readv", "pread64", "preadv", "write", "writev", "lseek", "close", "fstat", "stat", "lstat",
          "newfstatat", "fstatat64", "statx", "fcntl", "dup", "readlink", "readlinkat", "access", "faccessat",
          "faccessat2", "getcwd", "fadvise64", "recvmsg", "recvfrom", "sendmsg", "sendto", "poll", "ppoll",
          "shutdown"});
    // threads and time
    allowThreads(filter);
    rule(filter, SCMP_ACT_ALLOW,
         {"futex", "set_robust_list", "get_robust_list", "rseq", "set_tid_address", "gettid", "getpid", "getppid",
          "tgkill", "exit", "exit_group", "sched_yield", "sched_getaffinity", "sched_setaffinity",
          "sched_getparam", "sched_getscheduler", "sched_setscheduler", "sched_get_priority_min",
          "sched_get_priority_max", "getpriority", "setpriority", "getcpu", "clock_gettime", "clock_getres",
          "clock_nanosleep", "nanosleep", "gettimeofday", "time", "rt_sigaction", "rt_sigprocmask",
          "rt_sigreturn", "sigaltstack", "restart_syscall", "prctl", "arch_prctl"});
    // what the process may know of itself and the machine
    rule(filter, SCMP_ACT_ALLOW,
         {"getrandom", "uname", "sysinfo", "getrlimit", "prlimit64", "setrlimit", "getrusage", "times", "getuid",
          "geteuid", "getgid", "getegid"});
    return filter;
}

Filter rulesOfWorker(bool runsPrograms)
{
    Filter filter(seccomp_init(SCMP_ACT_ALLOW));
    if (!filter)
        return filter;
    rule(filter, kRefused,
         {"socket", "socketcall", "connect", "bind", "listen", "accept", "accept4", // networks
          "ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "kcmp", // other processes
          "mount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount",
          "setns", "unshare", "bpf", "perf_event_open", "userfaultfd", "keyctl", "add_key", "request_key", // the system
          "init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon",
          "swapoff", "syslog", "acct", "quotactl", "settimeofday", "clock_settime", "sethostname",
          "setdomainname", "iopl", "ioperm", "open_by_handle_at", "name_to_handle_at", "io_uring_setup",
          "io_uring_enter", "io_uring_register"});
    if (!runsPrograms)
        rule(filter, kRefused, {"execve", "execveat"});
    return filter;
}

}

bool ruleCalls(Confinement::Calls calls, bool runsPrograms)
{
    const Filter filter
        = calls == Confinement::Calls::OfDecoder ? rulesOfDecoder() : rulesOfWorker(runsPrograms);
    return filter && seccomp_load(filter.get()) == 0;
}

}
