#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// SQLite's rollback journal (`-journal`), as https://sqlite.org/fileformat2.html describes it, read without
/// SQLite, which would write the file to bring it back.
namespace engine::project {

/// A page as it was before the transaction.
struct JournalPage {
    std::uint32_t page = 0; ///< from 1
    std::size_t at = 0; ///< offset of the contents in the journal
};

struct RollbackJournal {
    std::uint32_t pageSize = 0; ///< 0: there is no journal, or none of a transaction that changed the file
    std::uint32_t pagesBefore = 0; ///< of the file
    std::vector<JournalPage> pages; ///< each once, with what it held first
    bool isCut = false; ///< the journal tells of more pages than are whole in it
};

/// What of a journal is whole. The pages of a file are changed only when what they held is whole in the
/// journal.
RollbackJournal readJournal(std::span<const unsigned char> bytes);

/// Puts the pages of the journal back into the bytes of the file.
/// @return whether all that the journal says it has was in it. A folder over a network may show a new journal
/// no further than the one before was long.
bool rollBack(std::vector<unsigned char>& file, std::span<const unsigned char> journal);

}
