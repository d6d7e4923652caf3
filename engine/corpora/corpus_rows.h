#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine {

/// What one line or row of a corpus says, by the fields of corpus_layouts.h.
struct CorpusRow {
    std::filesystem::path file;
    std::size_t line = 0; ///< counted from 1
    std::map<std::string, std::string> fields;

    /// Empty where nothing is said.
    const std::string& of(const std::string& field) const;
    /// A number. @throws FormatError (`data_invalid`) naming file and line.
    double number(const std::string& field) const;
};

/// Reads the files of a source. Lines that do not fit its expression say nothing.
/// @param source  an element of `rows` (corpus_layouts.h)
/// @throws IoError; FormatError (`data_invalid`) with file and line: no such column, a line of more than 4096
/// characters, no text; (`bad_config`) for a source that says nothing.
std::vector<CorpusRow> readCorpusRows(const nlohmann::ordered_json& source,
                                      const std::vector<std::filesystem::path>& files);

/// The lines of a text file, without blanks at their ends; empty ones too.
/// @throws as readCorpusRows().
std::vector<std::string> readLines(const std::filesystem::path& file);

}
