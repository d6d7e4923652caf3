#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// What a person has to say for reading some formats.
struct ImportOptions {
    double framesPerSecond = 0.0; ///< for formats that count frames; 0: not known
    std::string video; ///< read only this video; empty: all
    /// Allows tables, CTM, RTTM and Kaldi's segments `kManyTimes` the usual size; reading takes as much more
    /// memory.
    bool isLarge = false;

    static constexpr std::size_t kManyTimes = 8;
    std::size_t times() const { return isLarge ? kManyTimes : 1; } ///< the factor on the usual limits
};

struct ExportOptions {
    /// Cells of tables that a spreadsheet would take for a formula (they begin with `=`, `+`, `-`, `@`) get
    /// an apostrophe in front.
    bool guardCells = false;
    std::vector<std::filesystem::path> sources = {}; ///< what the tiers were read from: never written over
    /// Whether files beside the named one (a file per tier, `text` beside `segments`) may be there already,
    /// and be replaced.
    bool replacesOthers = true;
};

/// A format of annotation that other programs read or write.
///
/// Readers throw IoError (`file_not_found`, `io`), FormatError (`data_invalid`; `too_large`; others as they
/// say) with file and place; writers IoError (`io`), FormatError as checkTargets(). Files get their names
/// when they are complete.
struct Format {
    using Read = ImportedTiers(const std::filesystem::path&, const ImportOptions&);
    /// What will be missing from the file, in sentences.
    using Losses = std::vector<std::string>(const ExchangedTiers&);
    /// @return the files that were written; some formats need one per tier
    using Write = std::vector<std::filesystem::path>(const ExchangedTiers&, const std::filesystem::path&,
                                                     const ExportOptions&);
    /// Whether a file looks like one of this format. @param beginning  its first kilobytes, as UTF-8
    using Resembles = bool(std::string_view beginning);

    std::string_view id; ///< `eaf`
    std::string_view name; ///< for people
    std::vector<std::string_view> endings; ///< of file names, the usual one first: `.eaf`
    Resembles* resembles = nullptr; ///< null: known by its ending alone
    Read* read = nullptr; ///< null: only written
    Losses* losses = nullptr;
    Write* write = nullptr; ///< null: only read
};

}
