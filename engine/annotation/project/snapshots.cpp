#include "engine/annotation/project/snapshots.h"

#include "engine/annotation/project/journaling.h"
#include "engine/core/pending_file.h"

#include <algorithm>
#include <charconv>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <string_view>

namespace engine {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono;

/// `20261120T125401Z`.
std::string textOf(SnapshotTime time)
{
    const std::time_t seconds = system_clock::to_time_t(time);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    return fmt::format("{:%Y%m%dT%H%M%SZ}", parts);
}

constexpr std::string_view kOriginEnd = "-origin.polylogue";

/// `20261120T125401Z-17.polylogue`, `20261120T125401Z-18-origin.polylogue`.
std::string nameOf(SnapshotTime time, int number, bool isOrigin)
{
    return fmt::format("{}-{}{}", textOf(time), number, isOrigin ? kOriginEnd : ".polylogue");
}

/// The number behind the time; 0 without one, as the first ones were named.
int numberOf(const std::string& name)
{
    int number = 0;
    if (name.size() > 17 && name[16] == '-')
        std::from_chars(name.data() + 17, name.data() + name.size(), number);
    return number;
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

/// Marks the last snapshot of each of `count` hours or days (by the calendar, so that what was kept once
/// stays the one that is kept), counted back from `latest`, among those up to it.
void keepOnePer(seconds span, std::size_t count, SnapshotTime latest, bool isLater,
                const std::vector<Snapshot>& snapshots, std::set<std::size_t>& kept)
{
    const auto spanOf = [&](SnapshotTime time) {
        const auto since = time.time_since_epoch();
        return since / span - (since % span < seconds(0) ? 1 : 0);
    };
    std::set<long long> seen;
    for (std::size_t i = 0; i < snapshots.size(); ++i) {
        if ((snapshots.front().time < snapshots[i].time) != isLater)
            continue;
        const long long age = spanOf(latest) - spanOf(snapshots[i].time);
        if (age < static_cast<long long>(count) && seen.insert(age).second)
            kept.insert(i);
    }
}

/// With what SQLite may have put beside it.
void removeSnapshot(const fs::path& file)
{
    std::error_code ignored; // what stays only takes room
    fs::remove(file, ignored);
    removeBeside(file);
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
    const fs::path folder = snapshotFolder(project);
    std::error_code failure;
    for (fs::directory_iterator item(folder, failure), end; !failure && item != end;
         item.increment(failure)) {
        const std::string name = item->path().filename().string();
        const auto time = timeOf(name);
        std::error_code gone;
        const std::uintmax_t bytes = item->file_size(gone);
        if (time && !gone)
            found.push_back({item->path(), *time, bytes, numberOf(name), name.ends_with(kOriginEnd)});
    }
    if (failure && failure != std::errc::no_such_file_or_directory)
        throw IoError("io", folder.string(), "cannot be read: " + failure.message());
    std::sort(found.begin(), found.end(), [](const Snapshot& a, const Snapshot& b) {
        return std::tie(b.number, b.time, b.file) < std::tie(a.number, a.time, a.file);
    });
    return found;
}

std::vector<Snapshot> snapshotsToKeep(const std::vector<Snapshot>& snapshots, const SnapshotRule& rule)
{
    std::vector<Snapshot> versions;
    std::vector<Snapshot> result;
    for (const Snapshot& snapshot : snapshots) {
        if (!snapshot.isOrigin)
            versions.push_back(snapshot);
        else if (result.size() < rule.origins)
            result.push_back(snapshot);
    }
    std::set<std::size_t> kept;
    for (std::size_t i = 0; i < std::min(rule.recent, versions.size()); ++i)
        kept.insert(i);
    if (!versions.empty()) {
        const SnapshotTime latest = std::ranges::max(versions, {}, &Snapshot::time).time;
        for (const bool isLater : {false, true}) { // than the one taken last
            const SnapshotTime from = isLater ? latest : versions.front().time;
            keepOnePer(hours(1), rule.hours, from, isLater, versions, kept);
            keepOnePer(hours(24), rule.days, from, isLater, versions, kept);
        }
    }
    std::uintmax_t bytes = 0;
    for (const std::size_t i : kept) {
        bytes += versions[i].bytes;
        if (i != *kept.begin() && bytes > rule.bytes)
            break;
        result.push_back(versions[i]);
    }
    std::ranges::sort(result, {}, [&](const Snapshot& each) { return std::ranges::find(snapshots, each); });
    return result;
}

namespace {

Snapshot take(ProjectFile& project, SnapshotTime now, const SnapshotRule& rule, bool isOrigin)
{
    const fs::path folder = snapshotFolder(project.path());
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        throw IoError("io", folder.string(), "cannot be made: " + failure.message());
    const std::vector<Snapshot> before = snapshotsOf(project.path());
    int number = before.empty() ? 1 : before.front().number + 1;
    while (fs::exists(folder / nameOf(now, number, isOrigin), failure))
        ++number;
    const fs::path path = folder / nameOf(now, number, isOrigin);
    PendingFile pending(path);
    project.copyTo(pending.temporary());
    pending.commit();
    const Snapshot taken{path, now, fs::file_size(path, failure), number, isOrigin};
    if (failure)
        throw IoError("io", path.string(), "cannot be read: " + failure.message());
    const std::vector<Snapshot> all = snapshotsOf(project.path());
    const std::vector<Snapshot> keep = snapshotsToKeep(all, rule);
    for (const Snapshot& snapshot : all) { // the one just taken stays, whatever the clock said
        if (snapshot.file != path && std::find(keep.begin(), keep.end(), snapshot) == keep.end())
            removeSnapshot(snapshot.file);
    }
    return taken;
}

}

Snapshot takeSnapshot(ProjectFile& project, SnapshotTime now, const SnapshotRule& rule)
{
    return take(project, now, rule, false);
}

Snapshot takeOrigin(ProjectFile& project, SnapshotTime now, const SnapshotRule& rule)
{
    return take(project, now, rule, true);
}

namespace {

/// Puts a project aside and the finished file in its place.
fs::path replace(const fs::path& project, PendingFile& pending, SnapshotTime now)
{
    fs::path aside;
    for (int number = 1; aside.empty() || fs::exists(aside); ++number)
        aside = project.parent_path()
            / fmt::format("{}.damaged-{}{}{}", project.stem().string(), textOf(now),
                          number > 1 ? fmt::format("-{}", number) : "", project.extension().string());
    if (!fs::exists(project))
        aside.clear();
    try {
        if (!aside.empty()) { // under both names until the copy takes the place
            std::error_code noLinks;
            fs::create_hard_link(project, aside, noLinks);
            if (noLinks)
                fs::copy_file(project, aside);
        }
        // SQLite must not find the old log or journal beside the new file.
        for (const char* suffix : {"-wal", "-journal"}) {
            if (!fs::exists(besideProject(project, suffix)))
                continue;
            if (aside.empty())
                fs::remove(besideProject(project, suffix));
            else
                fs::rename(besideProject(project, suffix), besideProject(aside, suffix));
        }
        fs::remove(besideProject(project, "-shm"));
    } catch (const fs::filesystem_error& error) {
        throw IoError("io", project.string(), "cannot be put aside: " + error.code().message());
    }
    pending.commit();
    return aside;
}

}

fs::path replaceBySnapshot(const fs::path& project, const Snapshot& snapshot, SnapshotTime now)
{
    ProjectFile source = ProjectFile::open(snapshot.file, ProjectFile::Access::ReadOnly);
    if (source.isDamaged())
        throw FormatError("damaged", snapshot.file.string(), "is damaged itself");
    PendingFile pending(project);
    source.copyTo(pending.temporary());
    return replace(project, pending, now);
}

fs::path replaceByNew(const fs::path& project, SnapshotTime now)
{
    PendingFile pending(project);
    const fs::path made = pending.temporary().string() + ".polylogue"; // a name that a project may have
    {
        const ProjectFile empty = ProjectFile::create(made);
    }
    fs::rename(made, pending.temporary());
    return replace(project, pending, now);
}

}
