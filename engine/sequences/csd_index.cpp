#include "engine/sequences/csd_index.h"

#include "engine/core/error.h"
#include "engine/core/mapped_file.h"
#include "engine/core/pending_file.h"
#include "engine/core/sha256.h"
#include "engine/sequences/csd_walk.h"
#include "engine/sequences/index_bytes.h"

#include <fstream>
#include <optional>
#include <string_view>

namespace engine {

namespace {

std::filesystem::path cacheFile(const FileState& csd, const std::filesystem::path& cacheFolder)
{
    Sha256 hash;
    hash.addAll(csd.path);
    return cacheFolder / (hexadecimal(hash.digest()).substr(0, 32) + ".csdindex");
}

std::optional<CsdIndex> load(const std::optional<FileState>& csd, const std::filesystem::path& cacheFolder)
{
    if (!csd)
        return std::nullopt;
    return decodeIndex(MappedFile(cacheFile(*csd, cacheFolder)).bytes(), *csd);
}

void store(const CsdIndex& index, const FileState& csd, const std::filesystem::path& cacheFolder)
{
    std::error_code ignored;
    std::filesystem::create_directories(cacheFolder, ignored);
    try {
        const std::string bytes = encodeIndex(index, csd);
        PendingFile pending(cacheFile(csd, cacheFolder));
        if (std::ofstream(pending.temporary(), std::ios::binary) << bytes << std::flush)
            pending.commit(PendingFile::Sync::NotForCaches);
    } catch (const IoError&) { // next time it is read from the csd again
    }
}

}

CsdIndex freshIndex(const std::filesystem::path& csd, const std::filesystem::path& cacheFolder)
{
    const std::optional<FileState> before = stateOf(csd);
    CsdIndex index = walkCsd(csd);
    if (before && stateOf(csd) == before) // else it was changed meanwhile
        store(index, *before, cacheFolder);
    return index;
}

CsdIndex cachedIndex(const std::filesystem::path& csd, const std::filesystem::path& cacheFolder,
                     const std::function<void(const std::filesystem::path&)>& probe)
{
    std::optional<CsdIndex> known = load(stateOf(csd), cacheFolder);
    if (!known && probe) {
        probe(csd);
        known = load(stateOf(csd), cacheFolder);
    }
    return known ? std::move(*known) : freshIndex(csd, cacheFolder);
}

}
