#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A table of text with a first row of names: CSV, TSV.
struct DelimitedText {
    struct Row {
        std::size_t line = 0; ///< that it begins in, from 1
        std::vector<std::string> cells; ///< as many as columns
    };

    std::filesystem::path path;
    std::vector<std::string> columns; ///< names, without blanks around them
    std::vector<Row> rows;

    /// The column of this name.
    std::optional<std::size_t> column(const std::string& name) const;
};

/// Takes a text apart by RFC 4180: cells in quotes may hold separators, line breaks and doubled quotes. The
/// separator is the comma, semicolon or tab that the first line has most of; a byte order mark, blanks around
/// cells without quotes, and empty lines are passed over.
///
/// @throws FormatError (`data_invalid`) with the line: no first row, two columns of one name, a row of
/// another width, a quote that is never closed.
DelimitedText parseDelimited(const std::string& text, const std::filesystem::path& path);

/// The same of a file. @throws IoError (`file_not_found`, `io`), FormatError also for more than 256 MiB
/// (`too_large`).
DelimitedText readDelimited(const std::filesystem::path& path);

}
