#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// The first sheet of a workbook (Office Open XML, ECMA-376) as texts; formulas have the values that the file
/// keeps, numbers stand as the file writes them.
struct XlsxSheet {
    struct Row {
        std::size_t number = 0; ///< from 1, as the program shows it
        std::vector<std::string> cells; ///< by column; shorter where the last are empty
    };
    std::vector<Row> rows; ///< rows without any cell are left out
};

/// Nothing in the file is run or fetched.
/// @throws IoError (`file_not_found`); FormatError (`data_invalid`) for what is no workbook or is damaged,
/// (`too_large`) for more than 64 MiB unpacked or 1 024 columns.
XlsxSheet readXlsx(const std::filesystem::path& path);

}
