#include "engine/annotation/project/write_ahead_log.h"

#include <algorithm>
#include <utility>

namespace engine::project {

namespace {

using LogBytes = std::span<const unsigned char>;
using Sum = std::pair<std::uint32_t, std::uint32_t>;

constexpr std::size_t kLogHeader = 32;
constexpr std::size_t kFrameHeader = 24;
constexpr std::uint32_t kLogMagic = 0x377f0682; ///< and 1 more where the sums are big endian

std::uint32_t littleEndian32(LogBytes bytes, std::size_t at)
{
    return bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16
        | static_cast<std::uint32_t>(bytes[at + 3]) << 24;
}

Sum checksum(Sum sum, LogBytes bytes, bool isBigEndian)
{
    const auto word = isBigEndian ? bigEndian32 : littleEndian32;
    for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
        sum.first += word(bytes, i) + sum.second;
        sum.second += word(bytes, i + 4) + sum.first;
    }
    return sum;
}

Sum sumAt(LogBytes bytes, std::size_t at)
{
    return {bigEndian32(bytes, at), bigEndian32(bytes, at + 4)};
}

bool isPageSize(std::uint32_t size)
{
    return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

/// Whether the first frame follows this sum.
bool startsWith(LogBytes bytes, Sum seed, bool isBigEndian, std::uint32_t pageSize)
{
    if (bytes.size() < kLogHeader + kFrameHeader + pageSize)
        return false;
    const Sum header = checksum(seed, bytes.subspan(kLogHeader, 8), isBigEndian);
    return checksum(header, bytes.subspan(kLogHeader + kFrameHeader, pageSize), isBigEndian)
        == sumAt(bytes, kLogHeader + 16);
}

}

std::uint32_t bigEndian16(LogBytes bytes, std::size_t at)
{
    return bytes[at] << 8 | bytes[at + 1];
}

std::uint32_t bigEndian32(LogBytes bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(bytes[at]) << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8
        | bytes[at + 3];
}

WriteAheadLog readLog(LogBytes bytes, std::uint32_t pageSize)
{
    WriteAheadLog log;
    if (bytes.empty())
        return log;
    if (bytes.size() < kLogHeader) {
        log.isDamaged = true;
        return log;
    }
    const std::uint32_t magic = bigEndian32(bytes, 0);
    bool isBigEndian = (magic & 1) != 0;
    const Sum headerSum = checksum({}, bytes.first(24), isBigEndian);
    log.pageSize = bigEndian32(bytes, 8);
    Sum seed = sumAt(bytes, 24);
    if ((magic & ~1U) != kLogMagic || headerSum != seed || !isPageSize(log.pageSize)) { // its own beginning
        log.isDamaged = true;
        log.pageSize = isPageSize(pageSize) ? pageSize : 4096;
        isBigEndian = startsWith(bytes, seed, true, log.pageSize);
        if (!isBigEndian && !startsWith(bytes, seed, false, log.pageSize))
            seed = headerSum; // then the sum itself may be what is wrong
    }
    const std::size_t frameSize = kFrameHeader + log.pageSize;
    const std::size_t count = (bytes.size() - kLogHeader) / frameSize;
    // The salt tells this log's frames from those that an earlier one left behind them.
    const std::size_t saltAt = log.isDamaged && count > 0 ? kLogHeader + 8 : 16;
    std::size_t transactions = 0; // that end behind the first frame that is not sound
    std::size_t lastEnd = 0; // number of frames up to and with the last transaction's last
    bool isSound = true;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = kLogHeader + i * frameSize;
        const bool isOurs = std::equal(bytes.begin() + static_cast<std::ptrdiff_t>(at + 8),
                                       bytes.begin() + static_cast<std::ptrdiff_t>(at + 16),
                                       bytes.begin() + static_cast<std::ptrdiff_t>(saltAt));
        Sum sum = checksum(seed, bytes.subspan(at, 8), isBigEndian);
        sum = checksum(sum, bytes.subspan(at + kFrameHeader, log.pageSize), isBigEndian);
        seed = sumAt(bytes, at + 16);
        const bool isRight = isOurs && sum == seed && bigEndian32(bytes, at) != 0;
        isSound = isSound && isRight;
        if (!isOurs)
            continue;
        log.frames.push_back(
            {bigEndian32(bytes, at), bigEndian32(bytes, at + 4), at + kFrameHeader, isRight});
        if (log.frames.back().pagesAfter == 0)
            continue;
        lastEnd = log.frames.size();
        transactions += isSound ? 0 : 1;
    }
    const bool goesOn = log.frames.size() > lastEnd; // behind the last transaction: never acknowledged
    log.frames.resize(lastEnd);
    log.isIncomplete = !log.isDamaged && transactions == 1 && !goesOn;
    log.isDamaged = log.isDamaged || (transactions > 0 && !log.isIncomplete);
    return log;
}

}
