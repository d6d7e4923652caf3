#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// Information from a person that some formats need for reading.
struct ImportOptions {
    double framesPerSecond = 0.0; ///< for formats that count frames; 0: not known
    std::string video; ///< read only this video; empty: all
    /// Allows tables, CTM, RTTM and Kaldi's segments to have `kManyTimes` times the usual size; reading then
    /// takes as many times the memory.
    bool isLarge = false;

    static constexpr std::size_t kManyTimes = 8;
    std::size_t times() const { return isLarge ? kManyTimes : 1; } ///< the factor on the usual limits
};

struct ExportOptions {
    /// Cells of tables that a spreadsheet would take for a formula (they begin with `=`, `+`, `-`, `@`) get
    /// an apostrophe in front.
    bool guardCells = false;
    /// Files that the tiers were read from; they are never overwritten.
    std::vector<std::filesystem::path> sources = {};
    /// Whether existing files beside the named one (a file per tier, `text` beside `segments`) may be
    /// replaced.
    bool replacesOthers = true;
};

/// A format of annotation that other programs read or write.
///
/// Readers throw IoError (`file_not_found`, `io`), FormatError (`data_invalid`, `too_large`, and others that
/// their comments name) with file and place. Writers throw IoError (`io`), and FormatError as checkTargets().
/// Files get their names when they are complete.
struct Format {
    using Read = ImportedTiers(const std::filesystem::path&, const ImportOptions&);
    /// Sentences that tell what the file will not contain.
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
