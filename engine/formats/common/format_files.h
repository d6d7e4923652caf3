#pragma once

#include "engine/formats/common/format.h"

#include <functional>

/// Helpers for the formats: they name files and write them.
namespace engine {

/// A path for each name: `out` itself for a single one, else `NAME-TIER.ENDING` beside it, with `_` for every
/// letter that a file name cannot have. Names are unique.
std::vector<std::filesystem::path> pathsFor(const std::vector<std::string>& names,
                                            const std::filesystem::path& out);

/// The tiers that are not continuous.
ExchangedTiers withoutContinuous(const ExchangedTiers& tiers);

/// The tiers that have segments.
ExchangedTiers withoutEmpty(ExchangedTiers tiers);

/// Checks that these files may be written when a person chose the path `out`.
/// @throws FormatError (`same_file`) for a source, (`file_exists`) for an existing file other than `out` that
/// may not be replaced, (`nothing_to_write`) when there are no files.
void checkTargets(const std::vector<std::filesystem::path>& files, const std::filesystem::path& out,
                  const ExportOptions& options);

/// Writes one file per tier. @return the files @throws as checkTargets()
std::vector<std::filesystem::path>
writePerTier(const ExchangedTiers& tiers, const std::filesystem::path& out, const ExportOptions& options,
             const std::function<std::string(const ExchangedTier&)>& textOf);

/// Writes these files: all of them, or none. @return the files @throws as checkTargets()
std::vector<std::filesystem::path>
writeTogether(const std::vector<std::pair<std::filesystem::path, std::string>>& files,
              const std::filesystem::path& out, const ExportOptions& options);

/// The path of a file that belongs to another: `a/x_segments`, `segments`, `text` → `a/x_text`. When the name
/// does not contain `part`, it is the name, a point and `other`.
std::filesystem::path companion(const std::filesystem::path& path, const std::string& part,
                                const std::string& other);

/// A text with `_` for blanks, for formats whose fields blanks separate. An empty text becomes `-`.
std::string withoutBlanks(std::string text);

}
