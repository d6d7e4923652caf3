#include "engine/core/pending_file.h"

#include "engine/core/disk_sync.h"
#include "engine/core/error.h"
#include "engine/core/host_name.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>
#include <unistd.h>
#include <utility>

namespace engine {

namespace {

/// Stands between a target's name and the number of the process: `.HOST.`
std::string hostMark()
{
    return "." + hostName() + ".";
}

/// What temporary files of a target begin with on this machine; the process's number follows.
std::string temporaryStem(const std::filesystem::path& target)
{
    return target.filename().string() + hostMark();
}

/// Removes what processes that are no more left of this target. Those of other machines are left alone:
/// nobody here knows whether they run.
void removeAbandoned(const std::filesystem::path& target)
{
    const std::string stem = temporaryStem(target);
    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
    std::error_code ignored; // what is left over only takes room
    for (std::filesystem::directory_iterator item(folder, ignored), end; !ignored && item != end;
         item.increment(ignored)) {
        const std::string name = item->path().filename().string();
        if (!name.starts_with(stem) || !name.ends_with(".part"))
            continue;
        const pid_t process = std::atoi(name.c_str() + stem.size());
        if (process > 0 && kill(process, 0) != 0 && errno == ESRCH)
            std::filesystem::remove(item->path(), ignored);
    }
}

}

PendingFile::PendingFile(std::filesystem::path target)
    : m_target(std::move(target))
    , m_temporary(m_target.parent_path() / temporaryStem(m_target))
{
    static std::atomic<unsigned> count{0};
    removeAbandoned(m_target);
    m_temporary += std::to_string(getpid()) + "." + std::to_string(count++) + ".part";
}

PendingFile::PendingFile(PendingFile&& other) noexcept
    : m_target(std::move(other.m_target))
    , m_temporary(std::exchange(other.m_temporary, {}))
{
}

PendingFile& PendingFile::operator=(PendingFile&& other) noexcept
{
    std::swap(m_target, other.m_target);
    std::swap(m_temporary, other.m_temporary);
    return *this;
}

PendingFile::~PendingFile()
{
    std::error_code ignored; // what was never created need not be removed
    if (!m_temporary.empty())
        std::filesystem::remove(m_temporary, ignored);
}

void PendingFile::commit(Sync sync)
{
    if (sync == Sync::Now)
        syncFile(m_temporary, m_target); // else the name could reach the disk before the contents
    std::error_code failure;
    std::filesystem::rename(m_temporary, m_target, failure);
    if (failure)
        throw IoError("io", m_target.string(), "cannot be written: " + failure.message());
    m_temporary.clear();
    if (sync == Sync::Now)
        syncFolderOf(m_target);
}

std::string targetName(const std::filesystem::path& path)
{
    std::string text = path.string();
    const std::string mark = hostMark();
    while (text.ends_with(".part")
           && text.rfind(mark) != std::string::npos) // one may be written through another
        text.resize(text.rfind(mark));
    return text;
}

}
