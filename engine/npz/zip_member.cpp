#include "engine/npz/zip_member.h"

#include "engine/core/error.h"

#include <fmt/format.h>
#include <memory>
#include <zip.h>

namespace engine {

namespace {

struct ArchiveCloser {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct MemberCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}

std::string readZipMember(const std::filesystem::path& archive, const std::string& member,
                          const std::string& what, std::size_t mostBytes)
{
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(archive, ignored))
        throw IoError("file_not_found", archive.string(), "there is no such file");
    int failure = 0;
    const std::unique_ptr<zip_t, ArchiveCloser> zip(zip_open(archive.c_str(), ZIP_RDONLY, &failure));
    if (!zip)
        throw FormatError("data_invalid", archive.string(),
                          fmt::format("is no zip archive, or is cut off; expected {}", what));
    const zip_int64_t index = zip_name_locate(zip.get(), member.c_str(), 0);
    zip_stat_t status;
    zip_stat_init(&status);
    if (index < 0 || zip_stat_index(zip.get(), static_cast<zip_uint64_t>(index), 0, &status) != 0
        || (status.valid & ZIP_STAT_SIZE) == 0)
        throw FormatError("data_invalid", archive.string(),
                          fmt::format("does not hold {}; expected {}", member, what));
    if (status.size > mostBytes)
        throw FormatError(
            "too_large", archive.string(),
            fmt::format("holds {} of {} bytes, expected at most {}", member, status.size, mostBytes));
    const std::unique_ptr<zip_file_t, MemberCloser> file(
        zip_fopen_index(zip.get(), static_cast<zip_uint64_t>(index), 0));
    std::string bytes(status.size, '\0');
    char beyond = 0;
    // What is read beyond the end makes the library compare the sum of the whole.
    const bool isWhole = file
        && zip_fread(file.get(), bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size())
        && zip_fread(file.get(), &beyond, 1) == 0;
    if (!isWhole)
        throw FormatError("data_invalid", archive.string(),
                          fmt::format("holds {}, but damaged or cut off", member));
    return bytes;
}

}
