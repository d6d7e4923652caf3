#pragma once

#include "engine/core/run_context.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace engine {

inline constexpr auto kPublicationSums = "CHECKSUMS.sha256";

/// The sums of a publication: `SHA256  path`, a line per file, sorted.
struct PublicationSum {
    std::string sha256;
    std::string path;
    friend bool operator==(const PublicationSum&, const PublicationSum&) = default;
};
std::string sumsText(const std::vector<PublicationSum>& sums);
/// @throws IoError (`file_not_found`), FormatError (`data_invalid`) naming the line: no sum, a path out of
/// the folder.
std::vector<PublicationSum> readSums(const std::filesystem::path& file);

/// Writes files into a folder that takes its place only when it is whole.
/// @param files  contents by path  @param copies  files that are copied there, by path
/// @throws IoError (`in_the_way`) when something else than a publication is there, or one and it is not
/// replaced; (`io`).
void writePublicationFolder(const std::filesystem::path& folder,
                            const std::map<std::string, std::string>& files,
                            const std::map<std::string, std::filesystem::path>& copies, bool overwrites,
                            const RunContext& run);

/// Every file below the folder, relative to it, sorted.
std::vector<std::string> filesBelow(const std::filesystem::path& folder);

}
