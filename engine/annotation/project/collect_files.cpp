#include "engine/annotation/project/collect_files.h"

#include "engine/annotation/difference.h"
#include "engine/annotation/project/source_files.h"
#include "engine/core/json_text.h"
#include "engine/core/pending_file.h"
#include "engine/core/sha256.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// The folder that is being filled; takes back what it made unless it is kept.
class NewFolder {
public:
    explicit NewFolder(const fs::path& path) : m_path(path)
    {
        std::error_code failure;
        if (fs::exists(path, failure) && !(fs::is_directory(path, failure) && fs::is_empty(path, failure)))
            throw IoError("not_empty", path.string(), "is not an empty folder");
        makeFolder(path);
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    ~NewFolder()
    {
        if (m_kept)
            return;
        std::error_code ignored; // what cannot be removed now could not be written either
        for (auto made = m_made.rbegin(); made != m_made.rend(); ++made)
            fs::remove(*made, ignored);
    }

    /// A place for a file of this name that no other file has; case does not tell names apart everywhere.
    fs::path placeFor(const std::string& folder, const fs::path& name)
    {
        if (!fs::exists(m_path / folder))
            makeFolder(m_path / folder);
        fs::path relative = fs::path(folder) / name;
        for (int number = 2; !m_names.insert(inLowerCase(relative.string())).second; ++number)
            relative = fs::path(folder)
                / fmt::format("{}-{}{}", name.stem().string(), number, name.extension().string());
        return relative;
    }

    const fs::path& path() const { return m_path; }
    void add(const fs::path& file) { m_made.push_back(file); }
    void keep() { m_kept = true; }

private:
    void makeFolder(const fs::path& folder)
    {
        std::error_code failure;
        if (folder.has_parent_path() && !fs::exists(folder.parent_path(), failure))
            makeFolder(folder.parent_path());
        if (fs::create_directory(folder, failure))
            m_made.push_back(folder);
        if (failure)
            throw IoError("io", folder.string(), "cannot be made: " + failure.message());
    }

    fs::path m_path;
    std::vector<fs::path> m_made;
    std::set<std::string> m_names;
    bool m_kept = false;
};

/// Bytes that were copied and read back, of all.
struct Progress {
    const RunContext& run;
    std::uintmax_t total = 0;
    std::uintmax_t done = 0;

    void add(std::uintmax_t bytes)
    {
        done += bytes;
        run.tick(std::min(done, total), total);
    }
};

/// Copies bytes. @return their sum.
std::string copyBytes(const fs::path& from, const fs::path& to, Progress& progress)
{
    std::ifstream source(from, std::ios::binary);
    std::ofstream copy(to, std::ios::binary);
    if (!source)
        throw IoError("io", from.string(), "cannot be read");
    Sha256 sum;
    std::vector<char> buffer(std::size_t{1} << 20);
    while (source.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), source.gcount() > 0) {
        const auto count = static_cast<std::size_t>(source.gcount());
        sum.add(buffer.data(), count);
        if (!copy.write(buffer.data(), source.gcount()))
            break;
        progress.add(count);
    }
    if (source.bad())
        throw IoError("io", from.string(), "cannot be read to its end");
    if (!copy.flush())
        throw IoError("io", to.parent_path().string(), "the copy cannot be written; is the disk full?");
    return hexadecimal(sum.digest());
}

/// Copies a file into the folder. @return what the new project refers to.
SourceFile copyInto(NewFolder& folder, const SourceFile& file, const fs::path& from, Progress& progress)
{
    SourceFile result = file;
    result.relative = folder.placeFor(file.role == "media" ? "media" : "sequences", from.filename());
    const fs::path place = folder.path() / result.relative;
    PendingFile pending(place);
    result.sha256 = copyBytes(from, pending.temporary(), progress);
    result.bytes = fs::file_size(pending.temporary());
    RunContext readBack;
    readBack.stop = progress.run.stop;
    if (hexadecimal(sha256OfFile(pending.temporary(), readBack)) != result.sha256)
        throw IoError("io", place.string(), "is not what was written; is the disk sound?");
    progress.add(result.bytes);
    std::error_code ignored; // where times cannot be set, the copy has its own
    const auto time = fs::last_write_time(from, ignored);
    if (!ignored)
        fs::last_write_time(pending.temporary(), time, ignored);
    pending.commit();
    folder.add(place);
    const auto modified = std::chrono::file_clock::to_sys(fs::last_write_time(place)).time_since_epoch();
    result.modified = std::chrono::duration_cast<std::chrono::nanoseconds>(modified).count();
    return result;
}

/// The item that says what the window opens, in the new place.
Item datasetIn(const Item& before, const fs::path& projectFolder, const std::map<fs::path, fs::path>& copies)
{
    json paths = json::array();
    bool isAllCopied = true;
    try {
        const json value = json::parse(before.json);
        for (const json& path : value.at("paths")) {
            const fs::path place = (fs::absolute(projectFolder) / path.get<std::string>()).lexically_normal();
            const auto copy = copies.find(place);
            isAllCopied = isAllCopied && copy != copies.end();
            if (isAllCopied)
                paths.push_back(copy->second.generic_string());
        }
    } catch (const json::exception& error) {
        throw FormatError("project_item", before.kind + " " + before.name, error.what());
    }
    if (!isAllCopied) {
        paths = json::array();
        for (const auto& [from, to] : copies)
            paths.push_back(to.generic_string());
    }
    return {before.kind, before.name, jsonText(json{{"paths", paths}})};
}

/// What must be copied, and whether there is room for it.
std::vector<std::pair<Item, SourceFile>> filesOf(const Annotation& current, const fs::path& folder,
                                                 Progress& progress)
{
    std::vector<std::pair<Item, SourceFile>> files;
    for (const auto& [key, item] : current.items()) {
        if (item.kind != kFileItem)
            continue;
        const SourceFile file = sourceFileOf(item);
        const fs::path place = placeOf(file, folder);
        std::error_code failure;
        const std::uintmax_t bytes = fs::file_size(place, failure);
        if (failure)
            throw IoError("file_not_found", place.string(), "is missing, so it cannot be collected");
        progress.total += 2 * bytes; // written and read back
        files.emplace_back(item, file);
    }
    return files;
}

}

fs::path collectFiles(ProjectFile& project, const Annotation& current, const fs::path& target,
                      const RunContext& run)
{
    const fs::path from = fs::absolute(project.path()).parent_path();
    Progress progress{run};
    const auto files = filesOf(current, from, progress);
    NewFolder folder(fs::absolute(target));
    std::error_code unknown;
    if (const fs::space_info space = fs::space(folder.path(), unknown);
        !unknown && space.available < progress.total / 2)
        throw IoError("no_space", target.string(),
                      fmt::format("has room for {:.1f} MB, the files have {:.1f} MB",
                                  static_cast<double>(space.available) / 1e6,
                                  static_cast<double>(progress.total) / 2e6));
    Annotation collected = current;
    std::map<fs::path, fs::path> copies; // a file that several items refer to is copied once
    std::map<fs::path, SourceFile> described;
    Change items;
    for (const auto& [item, file] : files) {
        const fs::path place = placeOf(file, from);
        if (!copies.contains(place)) {
            described[place] = copyInto(folder, file, place, progress);
            copies[place] = described[place].relative;
        }
        SourceFile copy = described[place];
        copy.role = file.role;
        copy.name = file.name;
        items.items.push_back({item, itemOf(copy)});
    }
    if (const Item* dataset = current.item("dataset", "source"))
        items.items.push_back({*dataset, datasetIn(*dataset, from, copies)});
    std::erase_if(items.items, [](const auto& replaced) { return replaced.before == replaced.after; });
    collected.apply(items);

    const fs::path path = folder.path() / project.path().filename();
    PendingFile pending(path);
    project.copyTo(pending.temporary());
    {
        ProjectFile copy = ProjectFile::open(pending.temporary());
        std::vector<std::string> ignored; // what cannot be read there is in `current`, or known to be lost
        copy.write(difference(copy.load(ignored), collected));
    }
    pending.commit();
    folder.keep();
    return path;
}

}
