#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace SQLite {
class Database;

}

/// What can be told of a project's file before it is opened to be written.
namespace engine::project {

inline constexpr int kPatienceMs
    = 2000; ///< while another connection writes, or puts its log away as it closes

/// The value of a pragma that is a number.
int pragma(SQLite::Database& database, const char* name);

/// Whether the file itself is not to be opened by SQLite to be looked at: neither its locks nor its log can
/// be relied on, or a transaction is to be taken back, which would be a write.
bool isReadAsCopy(const std::filesystem::path& path);

/// Whether this is all that a creation left which was interrupted: no table, and no earlier state.
bool isUnfinished(const std::filesystem::path& path);

/// What can be told of a file before it is opened to be written.
struct ProjectLook {
    int version = 0; ///< of its tables
    std::string foreign; ///< what no project has
    bool isDamaged = false;
    bool isOther = false; ///< sound, and no project
    bool isLogIncomplete = false;
};

/// Looks at a file. @throws SQLite::Exception for what is no damage.
ProjectLook lookAt(const std::filesystem::path& path);

/// Looks at a copy of the moment, which is left in `copy` where there is one. @throws as lookAt().
ProjectLook lookAtCopy(const std::filesystem::path& path, std::optional<SQLite::Database>& copy);

}
