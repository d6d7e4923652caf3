#include "engine/snapshot/unused_since.h"

#include <array>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <sys/xattr.h>
#include <time.h>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr auto kAttribute = "user.polylogue.unused";

/// When a file became of no use.
struct Note {
    std::string boot; ///< which start of the machine
    std::int64_t seconds = 0; ///< since that start
};

Note now()
{
    timespec moment{};
    ::clock_gettime(CLOCK_BOOTTIME, &moment);
    std::string boot;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> boot;
    return {boot, moment.tv_sec};
}

std::optional<Note> noteOn(const fs::path& file)
{
    std::array<char, 100> bytes{};
    const ssize_t size = ::getxattr(file.c_str(), kAttribute, bytes.data(), bytes.size());
    if (size < 0)
        return std::nullopt;
    std::istringstream text(std::string(bytes.data(), static_cast<std::size_t>(size)));
    Note note;
    return text >> note.boot >> note.seconds ? std::optional(note) : std::nullopt;
}

/// @return whether the file system keeps it
bool put(const Note& note, const fs::path& file)
{
    const std::string text = note.boot + ' ' + std::to_string(note.seconds);
    return ::setxattr(file.c_str(), kAttribute, text.data(), text.size(), 0) == 0;
}

}

std::chrono::seconds unusedFor(const fs::path& file)
{
    const auto written = fs::last_write_time(file);
    const Note moment = now();
    const std::optional<Note> note = noteOn(file);
    if (note && !moment.boot.empty() && note->boot == moment.boot)
        return std::chrono::seconds(moment.seconds - note->seconds);
    if (!note && !moment.boot.empty() && put(moment, file))
        return std::chrono::seconds(0);
    return std::chrono::duration_cast<std::chrono::seconds>(fs::file_time_type::clock::now() - written);
}

void noteUsed(const fs::path& file)
{
    ::removexattr(file.c_str(), kAttribute);
}

}
