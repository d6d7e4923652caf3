#include "engine/core/stored_bytes.h"

#include "engine/core/error.h"
#include "engine/core/tar_archive.h"
#include "engine/core/tar_place.h"

namespace engine {

StoredBytes storedBytes(const std::filesystem::path& path)
{
    std::error_code failure;
    if (std::filesystem::exists(path, failure)) {
        const std::uintmax_t size = std::filesystem::file_size(path, failure);
        if (failure)
            throw IoError("file_not_found", path.string(), "is no file that can be read");
        return {path, 0, size, false};
    }
    const auto place = placeInTar(path);
    if (!place)
        throw IoError("file_not_found", path.string(), "there is no such file");
    const auto listing = readTar(place->archive);
    if (const TarMember* member = listing->find(place->member))
        return {place->archive, member->begin, member->size, true};
    const auto other = listing->leftOut.find(place->member);
    throw IoError("file_not_found", path.string(),
                  other == listing->leftOut.end() ? "the archive has no such file"
                                                  : other->second + ", which is not read in an archive");
}

std::optional<StoredBytes> storedBytesIfAny(const std::filesystem::path& path)
{
    try {
        return storedBytes(path);
    } catch (const Error&) {
        return std::nullopt;
    }
}

}
