#pragma once

#include "engine/core/run_context.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace engine {

/// A regular file of a tar archive, and where its bytes lie in the archive.
struct TarMember {
    std::string name; ///< path in the archive, without a leading `./`
    std::uint64_t begin = 0; ///< bytes in front of it
    std::uint64_t size = 0; ///< bytes
    friend bool operator==(const TarMember&, const TarMember&) = default;
};

/// What an uncompressed tar archive (POSIX ustar and pax, GNU, as WebDataset writes them) holds.
struct TarListing {
    /// Files whose bytes lie in one piece, in the order of the archive; of several with one name the last, as
    /// unpacking would leave them. A hard link has the bytes of the file that it names.
    std::vector<TarMember> members;
    /// Other entries that have a name, and why they are no members (`is a symbolic link`); no folders.
    std::map<std::string, std::string> leftOut;

    const TarMember* find(const std::string& name) const; ///< null: none

private:
    friend std::shared_ptr<const TarListing> readTar(const std::filesystem::path&, const RunContext&);
    std::unordered_map<std::string, std::size_t> m_places; ///< in `members`
};

/// Reads the headers of an archive, not what lies between them; a few listings are kept, and serve again
/// while the archive has the same size and time.
/// @throws IoError (`file_not_found`, `io`); FormatError (`tar_compressed`), (`data_invalid`) naming the
/// byte: no header, another sum, a size that is no number or reaches beyond the end; (`too_large`);
/// Cancelled.
std::shared_ptr<const TarListing> readTar(const std::filesystem::path& archive, const RunContext& run = {});

}
