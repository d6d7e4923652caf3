#include "engine/core/pending_file.h"

#include "engine/core/disk_sync.h"
#include "engine/core/error.h"
#include "engine/core/unfinished.h"

#include <atomic>
#include <string>
#include <utility>

namespace engine {

namespace {

/// What takes the place of a file; null: nothing does.
const char* thingAt(const std::filesystem::path& path)
{
    std::error_code unknown;
    switch (std::filesystem::status(path, unknown).type()) {
    case std::filesystem::file_type::directory:
        return "a folder";
    case std::filesystem::file_type::fifo:
        return "a pipe";
    case std::filesystem::file_type::socket:
        return "a socket";
    case std::filesystem::file_type::block:
    case std::filesystem::file_type::character:
        return "a device";
    default:
        return nullptr;
    }
}

}

PendingFile::PendingFile(std::filesystem::path target)
    : m_target(std::move(target))
    , m_temporary(unfinishedName(m_target))
{
    if (const char* thing = thingAt(m_target))
        throw IoError("io", m_target.string(),
                      std::string("cannot be written: is ") + thing + "; expected the name of a file");
    static std::atomic<unsigned> count{0};
    removeAbandoned(m_target);
    m_temporary += "." + std::to_string(count++) + ".part";
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
