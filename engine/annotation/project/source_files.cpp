#include "engine/annotation/project/source_files.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/sha256.h"
#include "engine/core/stored_bytes.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kMostEntries = 100'000; ///< that a search looks at

/// What can be seen of a file without reading it.
struct FileLook {
    std::uintmax_t bytes = 0;
    std::int64_t modified = 0;
    friend bool operator==(const FileLook&, const FileLook&) = default;
};

/// Absent when there is no such file.
std::optional<FileLook> lookAtSource(const fs::path& path)
{
    std::error_code failure;
    const std::optional<StoredBytes> bytes = storedBytesIfAny(path);
    if (!bytes || !fs::is_regular_file(bytes->file, failure))
        return std::nullopt;
    FileLook look;
    look.bytes = bytes->size;
    const fs::file_time_type time = fs::last_write_time(bytes->file, failure);
    if (failure)
        return std::nullopt;
    const auto sinceEpoch = std::chrono::file_clock::to_sys(time).time_since_epoch();
    look.modified = std::chrono::duration_cast<std::chrono::nanoseconds>(sinceEpoch).count();
    return look;
}

fs::path normalAbsolute(const fs::path& path)
{
    return fs::absolute(path).lexically_normal();
}

/// Whether this can be the file: its size, and its sum where that is known.
bool canBe(const SourceFile& file, const fs::path& candidate, const RunContext& run)
{
    const auto look = lookAtSource(candidate);
    if (!look || look->bytes != file.bytes)
        return false;
    try {
        return file.sha256.empty() || hexadecimal(sha256OfFile(candidate, run)) == file.sha256;
    } catch (const IoError&) { // what cannot be read is no candidate
        return false;
    }
}

/// The files below a folder that have one of these names, by name; each name's in the order of their paths.
std::map<fs::path, std::vector<fs::path>> filesNamed(const std::vector<fs::path>& names,
                                                     const fs::path& folder, const RunContext& run)
{
    std::map<fs::path, std::vector<fs::path>> found;
    for (const fs::path& name : names)
        found[name];
    std::error_code failure;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failure);
    for (std::size_t seen = 0; !failure && entry != fs::recursive_directory_iterator() && seen < kMostEntries;
         entry.increment(failure), ++seen) {
        run.tick(seen, kMostEntries);
        const auto wanted = found.find(entry->path().filename());
        std::error_code unknown;
        if (wanted != found.end() && !entry->is_symlink(unknown) && entry->is_regular_file(unknown))
            wanted->second.push_back(entry->path());
    }
    for (auto& [name, paths] : found)
        std::sort(paths.begin(), paths.end());
    return found;
}

}

std::string keyOf(const SourceFile& file)
{
    return file.role + "/" + file.name;
}

Item itemOf(const SourceFile& file)
{
    const json value{{"path", jsonPath(file.relative)},
                     {"bytes", file.bytes},
                     {"modified_ns", file.modified},
                     {"sha256", file.sha256}};
    return {kFileItem, keyOf(file), jsonText(value)};
}

SourceFile sourceFileOf(const Item& item)
{
    const std::size_t slash = item.name.find('/');
    if (item.kind != kFileItem || slash == std::string::npos)
        throw FormatError("project_item", item.kind + " " + item.name, "is no file of a project");
    try {
        const json value = json::parse(item.json);
        SourceFile file;
        file.role = item.name.substr(0, slash);
        file.name = item.name.substr(slash + 1);
        file.relative = value.at("path").get<std::string>();
        file.bytes = value.at("bytes").get<std::uintmax_t>();
        file.modified = value.at("modified_ns").get<std::int64_t>();
        file.sha256 = value.at("sha256").get<std::string>();
        return file;
    } catch (const json::exception& error) {
        throw FormatError("project_item", item.kind + " " + item.name, error.what());
    }
}

fs::path placeOf(const SourceFile& file, const fs::path& projectFolder)
{
    const fs::path joined = fs::absolute(projectFolder) / file.relative;
    std::error_code failure; // a link in the project's path: what `..` means depends on who made the path
    const fs::path normal = joined.lexically_normal();
    return !fs::exists(normal, failure) && fs::exists(joined, failure) ? joined : normal;
}

fs::path relativeTo(const fs::path& projectFolder, const fs::path& path)
{
    const fs::path absolute = normalAbsolute(path);
    const fs::path relative = absolute.lexically_relative(normalAbsolute(projectFolder / ""));
    return relative.empty() ? absolute : relative;
}

SourceState check(const SourceFile& file, const fs::path& projectFolder, const RunContext& run)
{
    const fs::path path = placeOf(file, projectFolder);
    const auto look = lookAtSource(path);
    if (!look)
        return SourceState::Missing;
    if (look->bytes != file.bytes)
        return SourceState::Changed;
    if (look->modified == file.modified)
        return SourceState::Same;
    const bool isSame = !file.sha256.empty() && hexadecimal(sha256OfFile(path, run)) == file.sha256;
    return isSame ? SourceState::Same : SourceState::Changed;
}

SourceFile describe(const fs::path& path, const fs::path& projectFolder, const std::string& role,
                    const std::string& name, const RunContext& run)
{
    const auto look = lookAtSource(path);
    if (!look)
        throw IoError("file_not_found", path.string(), "there is no such file, or it cannot be read");
    SourceFile file{role, name, relativeTo(projectFolder, path), look->bytes, look->modified, {}};
    file.sha256 = hexadecimal(sha256OfFile(path, run));
    if (lookAtSource(path) != look)
        throw IoError("io", path.string(), "changes while it is being read; is another program writing it?");
    return file;
}

std::map<std::string, fs::path> findMoved(const std::vector<SourceFile>& missing, const std::string& one,
                                          const fs::path& nowAt, const fs::path& projectFolder,
                                          const RunContext& run)
{
    std::map<std::string, fs::path> found;
    const auto shown = std::ranges::find(missing, one, [](const SourceFile& file) { return keyOf(file); });
    if (shown == missing.end())
        return found;
    const auto oldPlace
        = [&](const SourceFile& file) { return normalAbsolute(projectFolder / file.relative); };
    const fs::path before = oldPlace(*shown).parent_path();
    const fs::path folder = normalAbsolute(nowAt).parent_path();
    found[one] = normalAbsolute(nowAt);
    std::vector<fs::path> names;
    for (const SourceFile& file : missing) {
        // The way from the one that was shown to this one, gone in the new place: the same for every tail
        // that the two paths of the shown one have in common.
        const fs::path moved = (folder / oldPlace(file).lexically_relative(before)).lexically_normal();
        if (found.contains(keyOf(file)))
            continue;
        if (canBe(file, moved, run))
            found[keyOf(file)] = moved;
        else
            names.push_back(file.relative.filename());
    }
    if (names.empty())
        return found;
    const auto candidates = filesNamed(names, folder, run);
    for (const SourceFile& file : missing) {
        if (found.contains(keyOf(file)))
            continue;
        const std::vector<fs::path>& paths = candidates.at(file.relative.filename());
        const auto fits
            = std::ranges::find_if(paths, [&](const fs::path& path) { return canBe(file, path, run); });
        if (fits != paths.end())
            found[keyOf(file)] = *fits;
    }
    return found;
}

}
