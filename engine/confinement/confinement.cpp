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

Confined confine(const Confinement& wished)
{
    limitTo(RLIMIT_CORE, 0);
    if (wished.memoryBytes > 0)
        limitTo(RLIMIT_DATA, wished.memoryBytes); // not addresses: threads reserve many and use few
    Confined confined;
    confined.fileRules = ruleFiles(wished);
    confined.callRules = ruleCalls(wished.calls, wished.runsPrograms);
    return confined;
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
