#include "engine/sequences/csd_index.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/core/sha256.h"
#include "engine/sequences/index_bytes.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sys/stat.h>

namespace engine {

namespace {

/// Whether a file is still the one that was indexed.
std::optional<FileState> stateOf(const std::filesystem::path& path)
{
    struct stat status { };
    if (stat(path.c_str(), &status) != 0)
        return std::nullopt;
    constexpr std::int64_t nanoseconds = 1'000'000'000;
    return FileState{path.string(), static_cast<std::uint64_t>(status.st_size),
                     status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec};
}

std::filesystem::path cacheFile(const std::filesystem::path& csd, const std::filesystem::path& cacheFolder)
{
    Sha256 hash;
    hash.addAll(csd.string());
    return cacheFolder / (hexadecimal(hash.digest()).substr(0, 32) + ".csdindex");
}

std::optional<CsdIndex> load(const std::filesystem::path& path, const FileState& state)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        return std::nullopt;
    const std::streamoff size = file.tellg();
    if (size <= 0)
        return std::nullopt;
    std::string bytes(static_cast<std::size_t>(size), '\0');
    file.seekg(0);
    if (!file.read(bytes.data(), size))
        return std::nullopt;
    return decodeIndex(bytes, state);
}

void store(const CsdIndex& index, const std::filesystem::path& path, const FileState& state)
{
    std::error_code ignored;
    std::filesystem::create_directories(path.parent_path(), ignored);
    try {
        const std::string bytes = encodeIndex(index, state);
        PendingFile pending(path);
        if (std::ofstream(pending.temporary(), std::ios::binary) << bytes << std::flush)
            pending.commit();
    } catch (const IoError&) { // next time it is read from the csd again
    } catch (const nlohmann::json::exception&) { // metadata that is no UTF-8 cannot be kept as JSON
    }
}

double duration(const IntervalArray& intervals)
{
    if (intervals.values.empty())
        return 0.0;
    Interval all = intervals.values.front();
    for (const Interval& interval : intervals.values)
        all = {std::min(all.start, interval.start), std::max(all.end, interval.end)};
    return all.end - all.start;
}

}

CsdIndex indexOf(const CsdFile& file)
{
    CsdIndex index{file.rootName(), file.metadata(), {}, std::nullopt};
    if (file.ids().size() <= kMostSummedIds)
        index.duration = 0.0;
    index.items.reserve(file.ids().size());
    for (const std::string& id : file.ids()) {
        CsdIndex::Item& item = index.items.emplace_back(CsdIndex::Item{id, {}, {}});
        try {
            item.shape = file.shape(id);
            if (index.duration)
                *index.duration += duration(file.intervals(id));
        } catch (const Error& error) {
            item.problem = error.what();
        }
    }
    return index;
}

CsdIndex cachedIndex(const std::filesystem::path& csd, const std::filesystem::path& cacheFolder,
                     const std::function<void(const std::filesystem::path&)>& beforeOpening)
{
    const std::filesystem::path path = std::filesystem::absolute(csd).lexically_normal();
    const std::filesystem::path cache = cacheFile(path, cacheFolder);
    const std::optional<FileState> before = stateOf(path);
    if (before) {
        if (std::optional<CsdIndex> known = load(cache, *before))
            return std::move(*known);
    }
    if (beforeOpening)
        beforeOpening(csd);
    CsdIndex index = indexOf(CsdFile(csd));
    if (before && stateOf(path) == before) // else it was changed meanwhile
        store(index, cache, *before);
    return index;
}

}
