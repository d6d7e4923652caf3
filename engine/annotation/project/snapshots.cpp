#include "engine/annotation/project/snapshots.h"

#include "engine/core/pending_file.h"

#include <algorithm>
#include <charconv>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <optional>
#include <set>

namespace engine {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono;

/// `20261120T125401Z.polylogue`, and with a number when there are several of one second.
std::string nameOf(SnapshotTime time, int number)
{
    const std::time_t seconds = system_clock::to_time_t(time);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    return fmt::format("{:%Y%m%dT%H%M%SZ}{}.polylogue", parts, number > 0 ? fmt::format("-{}", number) : "");
}

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count)
{
    int value = 0;
    const char* first = text.data() + from;
    const auto [end, error] = std::from_chars(first, first + count, value);
    return error == std::errc() && end == first + count ? std::optional(value) : std::nullopt;
}

std::optional<SnapshotTime> timeOf(const std::string& name)
{
    if (name.size() < 16 || name[8] != 'T' || name[15] != 'Z' || !name.ends_with(".polylogue"))
        return std::nullopt;
    const auto y = digits(name, 0, 4);
    const auto mo = digits(name, 4, 2);
    const auto d = digits(name, 6, 2);
    const auto h = digits(name, 9, 2);
    const auto mi = digits(name, 11, 2);
    const auto s = digits(name, 13, 2);
    if (!y || !mo || !d || !h || !mi || !s)
        return std::nullopt;
    const year_month_day date{year(*y), month(static_cast<unsigned>(*mo)), day(static_cast<unsigned>(*d))};
    if (!date.ok())
        return std::nullopt;
    return sys_days(date) + hours(*h) + minutes(*mi) + seconds(*s);
}

/// Marks the latest snapshot of each of `count` spans, counted back from the latest of all.
void keepOnePer(seconds span, std::size_t count, const std::vector<Snapshot>& snapshots,
                std::set<std::size_t>& kept)
{
    std::set<long long> seen;
    for (std::size_t i = 0; i < snapshots.size(); ++i) {
        const long long age = (snapshots.front().time - snapshots[i].time) / span;
        if (age >= 0 && age < static_cast<long long>(count) && seen.insert(age).second)
            kept.insert(i);
    }
}

}

fs::path snapshotFolder(const fs::path& project)
{
    fs::path folder = project;
    folder += "-versions";
    return folder;
}

std::vector<Snapshot> snapshotsOf(const fs::path& project)
{
    std::vector<Snapshot> found;
    std::error_code missing;
    for (const auto& item : fs::directory_iterator(snapshotFolder(project), missing)) {
        const auto time = timeOf(item.path().filename().string());
        std::error_code gone;
        const std::uintmax_t bytes = item.file_size(gone);
        if (time && !gone)
            found.push_back({item.path(), *time, bytes});
    }
    std::sort(found.begin(), found.end(), [](const Snapshot& a, const Snapshot& b) {
        return std::tie(b.time, b.file) < std::tie(a.time, a.file);
    });
    return found;
}

std::vector<Snapshot> snapshotsToKeep(const std::vector<Snapshot>& snapshots, const SnapshotRule& rule)
{
    std::set<std::size_t> kept;
    for (std::size_t i = 0; i < std::min(rule.recent, snapshots.size()); ++i)
        kept.insert(i);
    if (!snapshots.empty()) {
        keepOnePer(hours(1), rule.hours, snapshots, kept);
        keepOnePer(hours(24), rule.days, snapshots, kept);
    }
    std::vector<Snapshot> result;
    std::uintmax_t bytes = 0;
    for (const std::size_t i : kept) {
        bytes += snapshots[i].bytes;
        if (!result.empty() && bytes > rule.bytes)
            break;
        result.push_back(snapshots[i]);
    }
    return result;
}

Snapshot takeSnapshot(ProjectFile& project, SnapshotTime now, const SnapshotRule& rule)
{
    const fs::path folder = snapshotFolder(project.path());
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        throw IoError("io", folder.string(), "cannot be made: " + failure.message());
    fs::path path;
    for (int number = 0; path.empty() || fs::exists(path); ++number)
        path = folder / nameOf(now, number);
    PendingFile pending(path);
    project.copyTo(pending.temporary());
    pending.commit();
    const Snapshot taken{path, now, fs::file_size(path)};
    const std::vector<Snapshot> all = snapshotsOf(project.path());
    const std::vector<Snapshot> keep = snapshotsToKeep(all, rule);
    for (const Snapshot& snapshot : all) { // the one just taken stays, whatever the clock said
        if (snapshot.file != path && std::find(keep.begin(), keep.end(), snapshot) == keep.end())
            fs::remove(snapshot.file, failure);
    }
    return taken;
}

}
