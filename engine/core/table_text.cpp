#include "engine/core/table_text.h"

#include <algorithm>

namespace engine {

namespace {

constexpr std::size_t kMostCellBytes = std::size_t{1} << 20;

}

std::string trimmedCell(std::string text)
{
    constexpr const char* blanks = " \t\r";
    text.erase(text.find_last_not_of(blanks) + 1);
    text.erase(0, text.find_first_not_of(blanks));
    return text;
}

char separatorIn(std::string_view line)
{
    char best = ',';
    for (const char separator : {';', '\t'}) {
        if (std::ranges::count(line, separator) > std::ranges::count(line, best))
            best = separator;
    }
    return best;
}

TableReader::TableReader(std::string_view text, const TableRules& rules)
    : m_text(text)
    , m_rules(rules)
    , m_line(rules.firstLine)
    , m_separator(separatorIn(text.substr(0, text.find_first_of("\r\n"))))
{
}

bool TableReader::next(TableRow& row)
{
    skipLineEnds();
    if (m_at >= m_text.size())
        return false;
    row = {};
    row.line = m_line;
    for (;;) {
        std::string next = cell(row);
        if (row.cells.size() < m_rules.mostCells)
            row.cells.push_back(std::move(next));
        if (m_at >= m_text.size() || m_text[m_at] != m_separator)
            return true;
        ++m_at;
    }
}

void TableReader::skipLineEnds()
{
    for (; m_at < m_text.size() && (m_text[m_at] == '\n' || m_text[m_at] == '\r'); ++m_at)
        m_line += m_text.substr(m_at, 2) == "\r\n" ? 0 : 1;
}

std::string TableReader::cell(TableRow& row)
{
    const std::size_t shown = m_text.find_first_not_of(' ', m_at); // `a, "b"`
    const bool isQuoted = shown != std::string_view::npos && m_text[shown] == '"';
    std::string text;
    if (isQuoted) {
        m_at = shown;
        text = quoted(row);
    }
    if (isQuoted && !isAtCellEnd() && row.strayLine == 0)
        row.strayLine = m_line;
    while (!isAtCellEnd())
        append(text, m_text[m_at++], row);
    return m_rules.trims && !isQuoted ? trimmedCell(std::move(text)) : text;
}

std::string TableReader::quoted(TableRow& row)
{
    std::string text;
    row.isQuoted = true;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] == '"') {
            if (m_text.substr(m_at, 2) != "\"\"")
                break;
            ++m_at;
        }
        m_line += m_text[m_at] == '\n' ? 1 : 0;
        append(text, m_text[m_at], row);
    }
    row.isOpen = m_at >= m_text.size();
    m_at = std::min(m_at + 1, m_text.size());
    while (m_rules.trims && m_at < m_text.size() && m_text[m_at] == ' ')
        ++m_at;
    return text;
}

void TableReader::append(std::string& cell, char letter, TableRow& row) const
{
    if (cell.size() < kMostCellBytes)
        cell += letter;
    else
        row.isTooLong = true;
}

bool TableReader::isAtCellEnd() const
{
    return m_at >= m_text.size() || m_text[m_at] == m_separator || m_text[m_at] == '\n'
        || m_text[m_at] == '\r';
}

}
