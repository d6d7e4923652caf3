#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// SQLite's write-ahead log (`-wal`), as https://sqlite.org/fileformat2.html describes it, read without
/// SQLite, in order to find damage that SQLite skips silently.
namespace engine::project {

/// A page as it was after one transaction.
struct LogFrame {
    std::uint32_t page = 0; ///< from 1
    std::uint32_t pagesAfter = 0; ///< of the database, in a transaction's last frame; else 0
    std::size_t at = 0; ///< of the page's bytes in the log
    bool isSound = false; ///< whether its checksum is right
};

struct WriteAheadLog {
    std::uint32_t pageSize = 0; ///< 0: there is no log
    /// Up to the last frame of the last transaction, without frames of an earlier log.
    std::vector<LogFrame> frames;
    /// Whether whole transactions lie behind an unreadable part, so that SQLite loses them.
    bool isDamaged = false;
    /// Whether only the last transaction is incomplete: a power failure leaves this of an edit that was never
    /// acknowledged.
    bool isIncomplete = false;
};

/// @param pageSize  of the database, for a log whose own beginning is damaged
WriteAheadLog readLog(std::span<const unsigned char> bytes, std::uint32_t pageSize);

/// A number of 16 or 32 bits, most significant byte first, as SQLite's files have them.
std::uint32_t bigEndian16(std::span<const unsigned char> bytes, std::size_t at);
std::uint32_t bigEndian32(std::span<const unsigned char> bytes, std::size_t at);

}
