#include "engine/confinement/confinement.h"

#include "engine/confinement/file_rules.h"
#include "engine/confinement/system_calls.h"

#include <algorithm>
#include <sched.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

namespace engine {

namespace {

/// Never more than the process was allowed before.
void limitTo(int resource, rlim_t value)
{
    const auto kind = static_cast<__rlimit_resource>(resource);
    rlimit both{};
    getrlimit(kind, &both);
    both.rlim_cur = both.rlim_max = std::min(both.rlim_max, value);
    setrlimit(kind, &both);
}

}

std::string Confined::text() const
{
    std::string said = fileRules > 0 ? "Landlock " + std::to_string(fileRules) : "no Landlock";
    said += callRules ? ", seccomp" : ", no seccomp";
    return said + (ownNetwork ? ", a network of its own" : ", no network of its own");
}

std::filesystem::path folderOfOutput(const std::filesystem::path& output)
{
    std::error_code ignored;
    std::filesystem::path folder = std::filesystem::absolute(output, ignored);
    while (!std::filesystem::is_directory(folder, ignored) && folder.has_relative_path())
        folder = folder.parent_path();
    return folder;
}

Confined confine(const Confinement& wished)
{
    limitTo(RLIMIT_CORE, 0);
    if (wished.memoryBytes > 0)
        limitTo(RLIMIT_DATA, wished.memoryBytes); // not addresses: threads reserve many and use few
    if (wished.processorSeconds > 0)
        limitTo(RLIMIT_CPU, wished.processorSeconds);
    Confined confined;
    confined.fileRules = ruleFiles(wished);
    confined.callRules = ruleCalls(wished, confined.fileRules >= kVersionOfSignals);
    return confined;
}

std::uint64_t shareOfMemory()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return 0;
#else
    constexpr std::uint64_t least = std::uint64_t{4} << 30;
    const auto pages = static_cast<std::uint64_t>(std::max(0L, sysconf(_SC_PHYS_PAGES)));
    return std::max(least, pages / 4 * 3 * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)));
#endif
}

bool leaveNetwork()
{
    // Root has what it takes, and would lose in names of its own the right to read other users' files.
    const int apart = CLONE_NEWNET | CLONE_NEWIPC;
    return unshare(geteuid() == 0 ? apart : apart | CLONE_NEWUSER) == 0;
}

void limitProcessorTime(std::uint64_t seconds)
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    rlimit both{};
    getrlimit(RLIMIT_CPU, &both);
    both.rlim_cur = std::min<rlim_t>(
        both.rlim_max, static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + seconds);
    setrlimit(RLIMIT_CPU, &both);
}

}
