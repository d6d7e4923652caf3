#include "engine/publishing/publication_files.h"

#include "engine/core/error.h"
#include "engine/core/foreign_folder.h"
#include "engine/core/text_file.h"
#include "engine/core/unfinished.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

namespace engine {

namespace {

namespace fs = std::filesystem;

bool isWithin(const fs::path& path)
{
    return path.is_relative() && !path.empty() && std::ranges::find(path, fs::path("..")) == path.end();
}

}

std::string sumsText(const std::vector<PublicationSum>& sums)
{
    std::string text;
    for (const PublicationSum& sum : sums)
        text += fmt::format("{}  {}\n", sum.sha256, sum.path);
    return text;
}

std::vector<PublicationSum> readSums(const fs::path& file)
{
    std::ifstream stream(file);
    if (!stream)
        throw IoError("file_not_found", file.string(),
                      "is not there: the folder was not published by this program");
    std::vector<PublicationSum> sums;
    std::string line;
    for (std::size_t number = 1; std::getline(stream, line); ++number) {
        const std::size_t blanks = line.find("  ");
        PublicationSum sum{line.substr(0, std::min(blanks, line.size())),
                           blanks == std::string::npos ? std::string() : line.substr(blanks + 2)};
        const bool isSum = sum.sha256.size() == 64
            && sum.sha256.find_first_not_of("0123456789abcdef") == std::string::npos;
        if (!isSum || !isWithin(sum.path))
            throw FormatError("data_invalid", file.string(),
                              fmt::format("line {} is no SHA-256 and path within the folder", number));
        sums.push_back(std::move(sum));
    }
    return sums;
}

void writePublicationFolder(const fs::path& folder, const std::map<std::string, std::string>& files,
                            const std::map<std::string, fs::path>& copies, bool overwrites,
                            const RunContext& run)
{
    refuseForeignFolder(folder, kPublicationSums, "publication", overwrites);
    const fs::path place = folder.has_filename() ? folder : folder.parent_path();
    const fs::path made = unfinishedName(place) + ".part";
    std::error_code error;
    try {
        for (const auto& [path, content] : files) {
            makeFolder((made / path).parent_path());
            writeTextFile(made / path, content).commit();
        }
        std::size_t done = 0;
        for (const auto& [path, from] : copies) {
            run.tick(done++, copies.size());
            makeFolder((made / path).parent_path());
            fs::copy_file(from, made / path);
        }
        if (fs::exists(place)) // an earlier publication, or an empty folder
            fs::rename(place, made.string() + ".before");
        fs::rename(made, place);
    } catch (const fs::filesystem_error& failed) {
        fs::remove_all(made, error);
        throw IoError("io", failed.path1().empty() ? place.string() : failed.path1().string(),
                      failed.code().message());
    } catch (...) {
        fs::remove_all(made, error);
        throw;
    }
    fs::remove_all(made.string() + ".before", error);
}

std::vector<std::string> filesBelow(const fs::path& folder)
{
    std::vector<std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_directory() || entry.is_symlink())
            files.push_back(entry.path().lexically_relative(folder).string());
    }
    std::ranges::sort(files);
    return files;
}

}
