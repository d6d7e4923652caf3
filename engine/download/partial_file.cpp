#include "engine/download/partial_file.h"

#include "engine/core/disk_sync.h"
#include "engine/core/error.h"
#include "engine/core/file_lock.h"
#include "engine/core/json_text.h"
#include "engine/core/pending_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace engine {

namespace {

namespace fs = std::filesystem;

fs::path beside(fs::path target, const char* ending)
{
    target += ending;
    return target;
}

[[noreturn]] void fail(const fs::path& path)
{
    const int reason = errno;
    const char* advice = reason == ENOSPC || reason == EDQUOT || reason == EFBIG
        ? "; make room and start again, what came so far is kept"
        : reason == ELOOP ? "; it is a link, and none is followed: remove it"
        : reason == EACCES || reason == EROFS || reason == EPERM ? "; choose a folder that you may write to"
                                                                 : "";
    throw IoError("io", path.string(), std::string("cannot be written: ") + std::strerror(reason) + advice);
}

}

std::string FileVersion::validator() const
{
    return !etag.empty() && !etag.starts_with("W/") ? etag : lastModified;
}

bool FileVersion::agreesWith(const FileVersion& other) const
{
    const auto agree = [](const auto& a, const auto& b, bool bothKnown) { return !bothKnown || a == b; };
    return agree(etag, other.etag, !etag.empty() && !other.etag.empty())
        && agree(lastModified, other.lastModified, !lastModified.empty() && !other.lastModified.empty())
        && agree(size, other.size, size && other.size);
}

std::optional<PartialFile> PartialFile::tryLock(const fs::path& target)
{
    const fs::path part = beside(target, ".part");
    const int descriptor = open(part.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0)
        fail(part);
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 || !isStillCalled(part, descriptor)) {
        close(descriptor);
        return std::nullopt;
    }
    struct stat status = {};
    fstat(descriptor, &status);
    return PartialFile(target, descriptor, static_cast<std::uintmax_t>(status.st_size));
}

PartialFile::PartialFile(fs::path target, int descriptor, std::uintmax_t size)
    : m_target(std::move(target))
    , m_part(beside(m_target, ".part"))
    , m_note(beside(m_part, ".note"))
    , m_descriptor(descriptor)
    , m_size(size)
{
}

PartialFile::PartialFile(PartialFile&& other) noexcept
    : m_target(std::move(other.m_target))
    , m_part(std::move(other.m_part))
    , m_note(std::move(other.m_note))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_size(other.m_size)
{
}

PartialFile::~PartialFile()
{
    if (m_descriptor < 0)
        return;
    std::error_code ignored; // what cannot be removed is found and used by the next call
    if (m_size == 0 && isStillCalled(m_part, m_descriptor)) {
        fs::remove(m_note, ignored);
        fs::remove(m_part, ignored);
    }
    close(m_descriptor);
}

std::optional<FileVersion> PartialFile::version() const
{
    std::ifstream file(m_note);
    const nlohmann::json note = nlohmann::json::parse(file, nullptr, false);
    try {
        FileVersion version{note.at("url"), note.at("etag"), note.at("last_modified"), std::nullopt};
        if (const auto size = note.find("size"); size != note.end())
            version.size = size->get<std::uintmax_t>();
        return version;
    } catch (const nlohmann::json::exception&) { // no note, or a damaged one: the beginning is worth nothing
        return std::nullopt;
    }
}

void PartialFile::startAnew(const FileVersion& version)
{
    empty();
    nlohmann::json note
        = {{"url", version.url}, {"etag", version.etag}, {"last_modified", version.lastModified}};
    if (version.size)
        note["size"] = *version.size;
    PendingFile pending(m_note);
    std::ofstream file(pending.temporary());
    file << asciiJsonText(note);
    file.close();
    if (!file)
        fail(m_note);
    pending.commit();
}

void PartialFile::append(std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            fail(m_part);
        m_size += static_cast<std::uintmax_t>(written);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void PartialFile::discard()
{
    empty();
}

/// The note goes first: bytes without a note are never joined, a note without its bytes would be believed.
void PartialFile::empty()
{
    std::error_code failure;
    fs::remove(m_note, failure);
    if (failure || ftruncate(m_descriptor, 0) != 0)
        fail(m_part);
    m_size = 0;
}

void PartialFile::finish()
{
    if (fsync(m_descriptor) != 0)
        fail(m_part);
    std::error_code failure;
    fs::remove(m_note, failure); // before the lock ends: another process may begin anew at once
    fs::rename(m_part, m_target, failure);
    if (failure)
        throw IoError("io", m_target.string(), "cannot be written: " + failure.message());
    close(std::exchange(m_descriptor, -1));
    syncFolderOf(m_target);
}

}
