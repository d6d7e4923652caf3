#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A table of text with a first row of names: CSV, TSV.
struct DelimitedText {
    struct Row {
        std::size_t line = 0; ///< in which it begins, counted from 1
        std::vector<std::string> cells; ///< as many as columns
    };

    std::filesystem::path path;
    std::vector<std::string> columns; ///< names, without blanks around them
    std::vector<Row> rows;

    /// The column of this name.
    std::optional<std::size_t> column(const std::string& name) const;
};

/// Parses a text by RFC 4180: cells in quotes may hold separators, line breaks and doubled quotes. The
/// separator is comma, semicolon or tab, whichever comes most often in the first line; a byte order mark,
/// blanks around cells without quotes, and empty lines are passed over.
///
/// @throws FormatError (`data_invalid`) with the line: no first row, two columns of one name, a row of
/// another width, a quote that is never closed.
DelimitedText parseDelimited(const std::string& text, const std::filesystem::path& path);

/// Reads and parses a file. @throws IoError (`file_not_found`, `io`), FormatError also for more than 256 MiB
/// (`too_large`).
DelimitedText readDelimited(const std::filesystem::path& path);

}
