#pragma once

#include "engine/core/text_file.h"
#include "engine/formats/input/text_input.h"

#include <string>
#include <string_view>
#include <vector>

/// Tables as text (RFC 4180): cells may be quoted, and then hold separators and line breaks.
namespace engine {

struct TableRow {
    std::size_t line = 0; ///< in which it begins, from 1
    std::vector<std::string> cells;
    bool isTooLong = false; ///< a cell goes on for more than a MiB; it was cut
    bool isOpen = false; ///< a quote does not end: the file was cut off
};

class TableReader {
public:
    /// The separator is comma, semicolon or tab, whichever comes most often in the first line.
    /// @param line  the number of its first line
    explicit TableReader(std::string_view text, std::size_t line = 1);

    /// The next row that is not empty. A quote that does not end takes the rest of the file.
    bool next(TableRow& row);
    char separator() const { return m_separator; }

private:
    std::string cell();

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line;
    bool m_isTooLong = false;
    bool m_isOpen = false;
    char m_separator = ',';
};

}
