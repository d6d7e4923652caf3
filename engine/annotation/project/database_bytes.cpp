#include "engine/annotation/project/database_bytes.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cstddef>
#include <fcntl.h>
#include <sqlite3.h>
#include <string>
#include <sys/stat.h>

namespace engine::project {

namespace {

/// A file that is open by SQLite's means.
class OpenDatabaseFile {
public:
    explicit OpenDatabaseFile(const std::filesystem::path& path)
        : m_name(std::filesystem::absolute(path).string() + std::string(2, '\0')) // parameters end with two
        , m_room(static_cast<std::size_t>(system()->szOsFile) / sizeof(std::max_align_t) + 1)
    {
        system()->xOpen(system(), m_name.c_str(), file(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB,
                        nullptr);
    }
    ~OpenDatabaseFile()
    {
        if (isOpen())
            file()->pMethods->xClose(file());
    }
    OpenDatabaseFile(const OpenDatabaseFile&) = delete;
    OpenDatabaseFile& operator=(const OpenDatabaseFile&) = delete;

    bool isOpen() { return file()->pMethods != nullptr; }

    /// @return a code of SQLite
    int read(unsigned char* into, std::size_t count, std::size_t at)
    {
        return file()->pMethods->xRead(file(), into, static_cast<int>(count), static_cast<sqlite3_int64>(at));
    }

private:
    static sqlite3_vfs* system() { return sqlite3_vfs_find(nullptr); }
    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(m_room.data()); }

    std::string m_name; ///< it must last as long as the file is open
    std::vector<std::max_align_t> m_room;
};

}

void askForSize(const std::filesystem::path& path)
{
    struct statx found;
    ::statx(AT_FDCWD, path.c_str(), AT_STATX_FORCE_SYNC, STATX_SIZE, &found);
}

std::vector<unsigned char> bytesOfDatabase(const std::filesystem::path& path, std::uintmax_t most)
{
    std::vector<unsigned char> bytes;
    OpenDatabaseFile file(path);
    if (!file.isOpen())
        return bytes;
    std::size_t wanted = std::size_t{1} << 20;
    while (bytes.size() < most) {
        const std::size_t got = bytes.size();
        wanted = static_cast<std::size_t>(std::min<std::uintmax_t>(wanted, most - got));
        bytes.resize(got + wanted);
        const int result = file.read(bytes.data() + got, wanted, got);
        if (result == SQLITE_OK)
            continue;
        bytes.resize(got);
        if (result != SQLITE_IOERR_SHORT_READ)
            throw IoError("io", path.string(), "cannot be read");
        if (wanted == 1)
            break;
        wanted /= 2; // how much was read is not told
    }
    return bytes;
}

}
