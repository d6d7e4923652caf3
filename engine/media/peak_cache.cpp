#include "engine/media/peak_cache.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/core/tar_place.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <string>
#include <type_traits>

namespace engine {

namespace {

using Bin = PeakPyramid::Bin;
static_assert(sizeof(Bin) == 6 && std::is_trivially_copyable_v<Bin>);
static_assert(sizeof(Interval) == 16 && std::is_trivially_copyable_v<Interval>);
static_assert(std::endian::native == std::endian::little, "cache files are little-endian");

/// Ends in the version: another layout gets another number, and old files are rebuilt.
constexpr std::array<char, 8> kMagic{'P', 'L', 'G', 'P', 'E', 'A', 'K', '3'};

struct Header {
    std::array<char, 8> magic = kMagic;
    double start = 0.0;
    double secondsPerBin = 0.0;
    std::uint64_t bins = 0;
    std::uint64_t gaps = 0; ///< behind the bins
    std::uint64_t checksum = 0;
};

constexpr std::uint64_t kFnvStart = 0xcbf29ce484222325U;

/// FNV-1a, in words of 8 bytes.
std::uint64_t hash(const void* data, std::size_t size, std::uint64_t value = kFnvStart)
{
    const auto* bytes = static_cast<const unsigned char*>(data);
    for (std::size_t i = 0; i < size; i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + i, std::min<std::size_t>(8, size - i));
        value = (value ^ word) * 0x100000001b3U;
        value ^= value >> 32;
    }
    return value;
}

std::uint64_t checksumOf(const Header& header, std::span<const Bin> bins, std::span<const Interval> gaps)
{
    Header plain = header;
    plain.checksum = 0;
    const std::uint64_t ofBins = hash(bins.data(), bins.size_bytes(), hash(&plain, sizeof plain));
    return gaps.empty() ? ofBins : hash(gaps.data(), gaps.size_bytes(), ofBins);
}

std::shared_ptr<const PeakPyramid> load(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    Header header;
    if (!file.read(reinterpret_cast<char*>(&header), sizeof header) || header.magic != kMagic
        || header.bins > PeakPyramid::kMostBins || header.gaps > PeakPyramid::kMostBins
        || !(header.secondsPerBin > 0.0))
        return nullptr;
    std::vector<Bin> bins(header.bins);
    const auto size = static_cast<std::streamsize>(bins.size() * sizeof(Bin));
    if (!file.read(reinterpret_cast<char*>(bins.data()), size))
        return nullptr;
    std::vector<Interval> gaps;
    for (Interval gap; gaps.size() < header.gaps;
         gaps.push_back(gap)) { // as many as there are, whatever is said
        if (!file.read(reinterpret_cast<char*>(&gap), sizeof gap))
            return nullptr;
    }
    if (checksumOf(header, bins, gaps) != header.checksum)
        return nullptr;
    return std::make_shared<const PeakPyramid>(std::move(bins), header.start, header.secondsPerBin,
                                               std::move(gaps));
}

/// Written beside and renamed, so that nobody reads half a file. A full disk or a read-only folder only costs
/// time later.
void store(const std::filesystem::path& path, const PeakPyramid& peaks)
{
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    PendingFile pending(path);
    Header header{kMagic, peaks.start(), peaks.secondsPerBin(), peaks.bins().size(), peaks.gaps().size(), 0};
    header.checksum = checksumOf(header, peaks.bins(), peaks.gaps());
    std::ofstream file(pending.temporary(), std::ios::binary);
    file.write(reinterpret_cast<const char*>(&header), sizeof header);
    file.write(reinterpret_cast<const char*>(peaks.bins().data()),
               static_cast<std::streamsize>(peaks.bins().size_bytes()));
    file.write(reinterpret_cast<const char*>(peaks.gaps().data()),
               static_cast<std::streamsize>(peaks.gaps().size() * sizeof(Interval)));
    file.close();
    if (!file)
        return;
    try {
        pending.commit(PendingFile::Sync::NotForCaches);
    } catch (const IoError&) { // built again the next time
    }
}

}

std::filesystem::path peakCacheFile(const MediaFile& media, const std::filesystem::path& cacheFolder)
{
    std::error_code error;
    const auto absolute = std::filesystem::absolute(media.path, error).string();
    const auto place = placeInTar(media.path);
    const std::filesystem::path& file = place ? place->archive : media.path;
    const auto size = std::filesystem::file_size(file, error);
    const auto changed = std::filesystem::last_write_time(file, error).time_since_epoch().count();
    const std::string key
        = fmt::format("{}\n{}\n{}\n{}", absolute, size, changed, static_cast<int>(media.zero));
    return cacheFolder / fmt::format("{:016x}.peaks", hash(key.data(), key.size()));
}

std::shared_ptr<const PeakPyramid> cachedPeaks(const MediaFile& media,
                                               const std::filesystem::path& cacheFolder,
                                               const RunContext& run, const PeakPyramid::Receiver& partial)
{
    const std::filesystem::path file = peakCacheFile(media, cacheFolder);
    if (auto peaks = load(file))
        return peaks;
    auto peaks = PeakPyramid::build(media, run, partial);
    store(file, *peaks);
    return peaks;
}

}
