#include "engine/tier_export/tier_folder.h"

#include "engine/core/error.h"
#include "engine/formats/common/format_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>

namespace engine {

namespace {

namespace fs = std::filesystem;

/// A video's id as the name of a file: `x$_$1`, `a_b` of `a/b`.
std::string videoFileName(const std::string& video)
{
    std::string name;
    for (const char letter : video)
        name += static_cast<unsigned char>(letter) < 0x20
                || std::string_view("/\\:*?\"<>|\x7f").find(letter) != std::string_view::npos
            ? '_'
            : letter;
    return name.empty() || name.front() == '.' ? "_" + name : name;
}

std::string endingOf(const Format& format)
{
    const std::string ending(format.endings.front());
    return ending.starts_with('.') ? ending : "_" + ending;
}

/// A path for each video; those that differ in letters of the file system alone get numbers.
std::map<std::string, fs::path> pathsOf(const std::set<std::string>& videos, const TierFolderWish& wish)
{
    std::map<std::string, fs::path> paths;
    std::set<std::string> taken;
    for (const std::string& video : videos) {
        const std::string name = videoFileName(video);
        std::string unique = name;
        for (int number = 2; !taken.insert(unique).second; ++number)
            unique = fmt::format("{}-{}", name, number);
        paths[video] = wish.folder / (unique + endingOf(*wish.format));
    }
    return paths;
}

void refuseUnknown(const AllTiers& tiers, const TierFolderWish& wish)
{
    const std::set<std::string> known = tiers.tierNames();
    for (const std::string& name : wish.tiers) {
        if (!known.contains(name))
            throw FormatError(
                "unknown_tier", wish.folder.string(),
                fmt::format("no video has a tier '{}'; there are: {}", name,
                            known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "))));
    }
}

/// Writes one file, or one per tier, and says what became of it.
void writeVideo(const ExchangedTiers& content, const fs::path& path, const TierFolderWish& wish,
                TierFolderFile& file)
{
    file.tiers = content.tiers.size();
    for (const ExchangedTier& tier : content.tiers)
        file.items += itemCount(tier);
    if (content.tiers.empty())
        return;
    std::error_code unknown;
    if (!wish.replaces && fs::exists(path, unknown))
        throw FormatError("file_exists", path.string(), "is there already");
    if (wish.format->losses)
        file.losses = wish.format->losses(content);
    if (!wish.isOneTable) // the name of the file says it
        std::erase_if(file.losses, [](const std::string& loss) {
            return loss.starts_with("Which recording a tier belongs to");
        });
    ExportOptions options = wish.options;
    options.replacesOthers = wish.replaces;
    file.files = wish.format->write(content, path, options);
}

/// Does a part of the work; what keeps it is noted, not thrown, unless all is to stop.
template <typename Work>
void notedIn(TierFolderFile& file, Work work)
{
    try {
        work();
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        file.code = error.code();
        file.problem = error.what();
        if (file.code == "nothing_to_write") { // the format holds none of these tiers
            file.code.clear();
            file.problem.clear();
            file.tiers = 0;
        }
    }
}

}

bool holdsManyVideos(const Format& format)
{
    return format.id == "csv" || format.id == "json";
}

std::filesystem::path oneTablePath(const TierFolderWish& wish)
{
    return wish.folder / ("tiers" + endingOf(*wish.format));
}

std::size_t TierFolderReport::written() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(files, [](const TierFolderFile& file) { return !file.files.empty(); }));
}

std::size_t TierFolderReport::refused() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(files, [](const TierFolderFile& file) { return !file.code.empty(); }));
}

std::size_t TierFolderReport::empty() const
{
    return files.size() - written() - refused();
}

std::vector<std::pair<std::string, std::size_t>> TierFolderReport::losses() const
{
    struct Together {
        std::string before; ///< of the sentence, up to its number
        std::string after;
        std::size_t sum = 0;
        std::size_t videos = 0;
    };
    constexpr auto digits = "0123456789";
    std::vector<Together> all;
    for (const TierFolderFile& file : files) {
        for (const std::string& loss : file.losses) {
            std::size_t begin = std::min(loss.find_first_of(digits), loss.size());
            std::size_t end = std::min(loss.find_first_not_of(digits, begin), loss.size());
            if (begin == 0 || end >= loss.size() || loss[begin - 1] != ' ' || loss[end] != ' ')
                begin = end = loss.size(); // no number of things: a part of a name
            const Together one{
                loss.substr(0, begin), loss.substr(end),
                begin < end ? std::stoull(loss.substr(begin, std::min<std::size_t>(end - begin, 15))) : 0, 1};
            const auto known = std::ranges::find_if(all, [&](const Together& other) {
                return other.before == one.before && other.after == one.after;
            });
            if (known == all.end()) {
                all.push_back(one);
                continue;
            }
            known->sum += one.sum;
            ++known->videos;
        }
    }
    std::vector<std::pair<std::string, std::size_t>> sentences;
    for (const Together& together : all)
        sentences.emplace_back(together.after.empty()
                                   ? together.before
                                   : fmt::format("{}{}{}", together.before, together.sum, together.after),
                               together.videos);
    return sentences;
}

TierFolderReport writeTierFolder(AllTiers& tiers, const TierFolderWish& wish, const RunContext& run)
{
    refuseUnknown(tiers, wish);
    std::error_code failure;
    fs::create_directories(wish.folder, failure);
    if (failure)
        throw IoError("io", wish.folder.string(), "cannot be made: " + failure.message());
    std::set<std::string> videos = tiers.videos();
    if (!wish.videos.empty())
        std::erase_if(videos, [&](const std::string& video) { return !wish.videos.contains(video); });
    TierFolderReport report;
    TierFolderFile table;
    ExchangedTiers all;
    const std::map<std::string, fs::path> paths = pathsOf(tiers.videos(), wish);
    std::size_t done = 0;
    for (const std::string& video : videos) {
        run.tick(done++, videos.size());
        TierFolderFile file;
        file.video = video;
        notedIn(file, [&] {
            ExchangedTiers content = tiers.of(video, wish.tiers, wish.folder);
            if (!wish.isOneTable) {
                writeVideo(content, paths.at(video), wish, file);
                return;
            }
            std::ranges::move(content.tiers, std::back_inserter(all.tiers));
        });
        if (!wish.isOneTable || !file.code.empty())
            report.files.push_back(std::move(file));
    }
    if (wish.isOneTable) {
        notedIn(table, [&] { writeVideo(all, oneTablePath(wish), wish, table); });
        report.files.push_back(std::move(table));
    }
    return report;
}

}
