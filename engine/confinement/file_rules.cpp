#include "engine/confinement/file_rules.h"

#include <cstdint>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace engine {

namespace {

constexpr std::uint64_t kReading
    = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kWriting = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR
    | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR
    | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO
    | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
// Later versions, which the headers of Debian 12 do not name.
constexpr std::uint64_t kBetweenFolders = std::uint64_t{1} << 13; // version 2: REFER
constexpr std::uint64_t kTruncating = std::uint64_t{1} << 14; // version 3: TRUNCATE
/// What is allowed of a file; the others are allowed of folders alone.
constexpr std::uint64_t kOfFiles
    = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | kTruncating;

/// `landlock_ruleset_attr`; versions before kVersionOfSignals know its beginning alone.
struct Handled {
    std::uint64_t files = 0;
    std::uint64_t ports = 0;
    std::uint64_t kept = 0; ///< to the process and what it starts
};
constexpr std::uint64_t kNamedSockets = 1; // SCOPE_ABSTRACT_UNIX_SOCKET
constexpr std::uint64_t kSignals = 2; // SCOPE_SIGNAL

void allow(int rules, const std::filesystem::path& place, std::uint64_t access, bool alsoFolders)
{
    const int file = open(place.c_str(), O_PATH | O_CLOEXEC);
    struct stat status { };
    if (file < 0)
        return; // not there: whoever opens it says so
    if (fstat(file, &status) == 0 && (alsoFolders || !S_ISDIR(status.st_mode))) {
        landlock_path_beneath_attr rule{};
        rule.allowed_access = S_ISDIR(status.st_mode) ? access : access & kOfFiles;
        rule.parent_fd = file;
        syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0U);
    }
    close(file);
}

}

int ruleFiles(const Confinement& wished)
{
    const long version
        = syscall(SYS_landlock_create_ruleset, nullptr, std::size_t{0}, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return 0;
    const std::uint64_t writing
        = kWriting | (version >= 2 ? kBetweenFolders : 0) | (version >= 3 ? kTruncating : 0);
    const bool keepsSignals = version >= kVersionOfSignals;
    const Handled handled{wished.readsAll ? writing : writing | kReading, 0,
                          !keepsSignals                                     ? 0
                              : wished.network == Confinement::Network::All ? kSignals
                                                                            : kSignals | kNamedSockets};
    const std::size_t known = keepsSignals ? sizeof handled : sizeof handled.files;
    const int rules = static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, known, 0U));
    if (rules < 0)
        return 0;
    for (const auto& place : wished.readable)
        allow(rules, place, kReading & handled.files, false);
    for (const auto& place : wished.writable)
        allow(rules, place, writing | (kReading & handled.files), true);
    const bool holds
        = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall(SYS_landlock_restrict_self, rules, 0U) == 0;
    close(rules);
    return holds ? static_cast<int>(version) : 0;
}

}
