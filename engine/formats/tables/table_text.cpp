#include "engine/formats/tables/table_text.h"

#include <algorithm>

namespace engine {

namespace {

constexpr std::size_t kMostCells = 1000;
constexpr std::size_t kMostCellBytes = std::size_t{1} << 20;

}

TableReader::TableReader(std::string_view text, std::size_t line) : m_text(text), m_line(line)
{
    const std::string_view head = text.substr(0, text.find_first_of("\r\n"));
    for (const char separator : {';', '\t'}) {
        if (std::ranges::count(head, separator) > std::ranges::count(head, m_separator))
            m_separator = separator;
    }
}

bool TableReader::next(TableRow& row)
{
    for (; m_at < m_text.size() && (m_text[m_at] == '\n' || m_text[m_at] == '\r'); ++m_at)
        m_line += m_text[m_at] == '\n' ? 1 : 0;
    if (m_at >= m_text.size())
        return false;
    row.line = m_line;
    row.cells.clear();
    m_isTooLong = false;
    m_isOpen = false;
    for (;;) {
        std::string next = cell();
        if (row.cells.size() < kMostCells)
            row.cells.push_back(std::move(next));
        if (m_at >= m_text.size() || m_text[m_at] != m_separator)
            break;
        ++m_at;
    }
    row.isTooLong = m_isTooLong;
    row.isOpen = m_isOpen;
    return true;
}

std::string TableReader::cell()
{
    std::string text;
    const auto append = [this](std::string& cell, char letter) {
        if (cell.size() < kMostCellBytes)
            cell += letter;
        else
            m_isTooLong = true;
    };
    const std::size_t shown = m_text.find_first_not_of(' ', m_at); // `a, "b"`
    if (shown != std::string_view::npos && m_text[shown] == '"')
        m_at = shown;
    if (m_at < m_text.size() && m_text[m_at] == '"') {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '"') {
                if (m_text.substr(m_at, 2) != "\"\"")
                    break;
                ++m_at;
            }
            m_line += m_text[m_at] == '\n' ? 1 : 0;
            append(text, m_text[m_at]);
        }
        m_isOpen = m_at >= m_text.size();
        m_at = std::min(m_at + 1, m_text.size());
    }
    while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != '\n'
           && m_text[m_at] != '\r')
        append(text, m_text[m_at++]);
    return text;
}

}
