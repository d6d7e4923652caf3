#include "engine/annotation/project/rollback_journal.h"

#include "engine/annotation/project/write_ahead_log.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <set>

namespace engine::project {

namespace {

using JournalBytes = std::span<const unsigned char>;

constexpr std::array<unsigned char, 8> kJournalMagic{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
constexpr std::size_t kJournalHeader = 28;
constexpr std::uint32_t kToTheEnd = 0xffffffff; ///< as many pages as follow
constexpr std::ptrdiff_t kSummedEvery = 200; ///< bytes

bool isPowerBetween(std::uint32_t value, std::uint32_t least, std::uint32_t most)
{
    return value >= least && value <= most && (value & (value - 1)) == 0;
}

std::uint32_t sumOf(JournalBytes page, std::uint32_t seed)
{
    for (std::ptrdiff_t i = std::ssize(page) - kSummedEvery; i > 0; i -= kSummedEvery)
        seed += page[static_cast<std::size_t>(i)];
    return seed;
}

}

RollbackJournal readJournal(JournalBytes bytes)
{
    RollbackJournal journal;
    std::set<std::uint32_t> seen;
    std::size_t at = 0;
    while (at + kJournalHeader <= bytes.size()
           && std::equal(kJournalMagic.begin(), kJournalMagic.end(), bytes.begin() + std::ptrdiff_t(at))) {
        const std::uint32_t count = bigEndian32(bytes, at + 8);
        const std::uint32_t seed = bigEndian32(bytes, at + 12);
        const std::uint32_t sector = bigEndian32(bytes, at + 20);
        const std::uint32_t pageSize = bigEndian32(bytes, at + 24);
        if (!isPowerBetween(sector, 32, 65536) || !isPowerBetween(pageSize, 512, 65536)
            || (journal.pageSize != 0 && pageSize != journal.pageSize))
            break;
        if (journal.pageSize == 0 && count > 0) {
            journal.pageSize = pageSize;
            journal.pagesBefore = bigEndian32(bytes, at + 16);
        }
        const std::size_t recordSize = std::size_t{pageSize} + 8;
        at += sector;
        const std::size_t whole = at < bytes.size() ? (bytes.size() - at) / recordSize : 0;
        const std::size_t records = count == kToTheEnd ? whole : count;
        for (std::size_t i = 0; i < records; ++i, at += recordSize) {
            journal.isCut = i >= whole;
            if (journal.isCut)
                return journal;
            const std::uint32_t page = bigEndian32(bytes, at);
            const JournalBytes held = bytes.subspan(at + 4, pageSize);
            journal.isCut = page == 0 || sumOf(held, seed) != bigEndian32(bytes, at + 4 + pageSize);
            if (journal.isCut)
                return journal; // it never reached the disk as a whole, so its page was not changed
            if (seen.insert(page).second)
                journal.pages.push_back({page, at + 4});
        }
        if (count == 0) // begun, and nothing of it counts yet
            break;
        at = (at + sector - 1) / sector * sector;
    }
    return journal;
}

bool rollBack(std::vector<unsigned char>& file, JournalBytes journal)
{
    const RollbackJournal found = readJournal(journal);
    if (found.pageSize == 0)
        return true;
    const std::size_t known = file.size() / found.pageSize + found.pages.size() + 1;
    if (found.pagesBefore <= known) // else it is no size that this file ever had
        file.resize(std::size_t{found.pagesBefore} * found.pageSize);
    for (const JournalPage& page : found.pages) {
        const std::size_t at = (std::size_t{page.page} - 1) * found.pageSize;
        if (at + found.pageSize <= file.size())
            std::memcpy(file.data() + at, journal.data() + page.at, found.pageSize);
    }
    return !found.isCut;
}

}
