#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Tables as text (RFC 4180): cells may be quoted, and then hold separators and line breaks.
namespace engine {

/// The text without blanks, tabs and carriage returns around it.
std::string trimmedCell(std::string text);

/// Comma, semicolon or tab: whichever comes most often in the line, in quotes or not.
char separatorIn(std::string_view line);

struct TableRow {
    std::size_t line = 0; ///< in which it begins, from 1
    std::vector<std::string> cells;
    bool isTooLong = false; ///< a cell goes on for more than a MiB; it was cut
    bool isOpen = false; ///< a quote does not end: the file was cut off
    bool isQuoted = false; ///< one of its cells is
    std::size_t strayLine
        = 0; ///< where text follows a closing quote, which the cell then holds, too; 0: nowhere
};

struct TableRules {
    std::size_t firstLine = 1; ///< the number of the text's first line
    bool trims = false; ///< blanks around cells are none of them, but those in quotes
    std::size_t mostCells = 1000; ///< of a row; what follows is passed over
};

/// Goes through the rows of a table, whose separator is that of its first line.
class TableReader {
public:
    explicit TableReader(std::string_view text, const TableRules& rules = {});

    /// The next row that is not empty. A quote that does not end takes the rest of the file.
    bool next(TableRow& row);
    char separator() const { return m_separator; }

private:
    void skipLineEnds();
    std::string cell(TableRow& row);
    std::string quoted(TableRow& row);
    void append(std::string& cell, char letter, TableRow& row) const;
    bool isAtCellEnd() const;

    std::string_view m_text;
    TableRules m_rules;
    std::size_t m_at = 0;
    std::size_t m_line;
    char m_separator;
};

}
