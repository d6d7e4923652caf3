#pragma once

#include "engine/annotation/change.h"
#include "engine/core/run_context.h"

#include <filesystem>
#include <map>

namespace engine {

/// A file that a project refers to and never writes, as it was when the project last looked at it.
struct SourceFile {
    std::string role; ///< `media` or `sequence`
    std::string name; ///< a video's id, or a sequence's key
    std::filesystem::path relative; ///< to the project's folder; absolute where no relative path exists
    std::uintmax_t bytes = 0;
    std::int64_t modified = 0; ///< nanoseconds since 1970, UTC
    std::string sha256; ///< hexadecimal; empty: not summed yet
    friend bool operator==(const SourceFile&, const SourceFile&) = default;
};

inline constexpr const char* kFileItem = "file"; ///< kind of the items that hold them

/// Its name among the project's items: `role/name`.
std::string keyOf(const SourceFile& file);

/// @throws FormatError (`not_utf8`) for a path that JSON cannot hold.
Item itemOf(const SourceFile& file);

/// @throws FormatError (`project_item`) for an item that itemOf() did not make.
SourceFile sourceFileOf(const Item& item);

/// Where the file should be.
std::filesystem::path placeOf(const SourceFile& file, const std::filesystem::path& projectFolder);

/// The path from the project's folder to a file.
std::filesystem::path relativeTo(const std::filesystem::path& projectFolder,
                                 const std::filesystem::path& path);

enum class SourceState { Same, Missing, Changed };

/// The state of the file. With the same size and time it counts as the same and is not read. With the same
/// size and another time, it is read when its sum is known, and counts as changed when it is not.
/// @throws IoError (`io`) when it cannot be read, Cancelled.
SourceState check(const SourceFile& file, const std::filesystem::path& projectFolder,
                  const RunContext& run = {});

/// Reads the file and describes it. @throws IoError (`file_not_found`, `io`; also when it is being written),
/// Cancelled.
SourceFile describe(const std::filesystem::path& path, const std::filesystem::path& projectFolder,
                    const std::string& role, const std::string& name, const RunContext& run = {});

/// Finds files that were moved together with one file whose new place a person has shown. They are sought by
/// the same displacement, else by file name below the folder of the shown file (100 000 directory entries at
/// most, links are not followed). Files with another size, or with another sum where it is known, are not
/// taken.
///
/// @param one    keyOf() of the file that was shown; the result has it at `nowAt` without any check
/// @return       by keyOf(), the present paths of the files that were found
/// @throws Cancelled.
std::map<std::string, std::filesystem::path>
findMoved(const std::vector<SourceFile>& missing, const std::string& one, const std::filesystem::path& nowAt,
          const std::filesystem::path& projectFolder, const RunContext& run = {});

}
