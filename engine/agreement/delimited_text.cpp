#include "engine/agreement/delimited_text.h"

#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <set>

namespace engine {

namespace {

constexpr std::uintmax_t kMostBytes = std::uintmax_t{256} << 20;

std::string cellText(std::string text)
{
    constexpr const char* blanks = " \t\r";
    text.erase(text.find_last_not_of(blanks) + 1);
    text.erase(0, text.find_first_not_of(blanks));
    return text;
}

[[noreturn]] void fail(const std::filesystem::path& path, std::size_t line, const std::string& what)
{
    throw FormatError("data_invalid", path.string(), fmt::format("line {}: {}", line, what));
}

/// The most frequent separator of the first line, in quotes or not: names rarely hold any.
char separatorOf(const std::string& text)
{
    const auto end = std::ranges::find(text, '\n');
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char separator : {',', ';', '\t'}) {
        if (const auto count = std::count(text.begin(), end, separator); count > most) {
            most = count;
            best = separator;
        }
    }
    return best;
}

class Parser {
public:
    Parser(const std::string& text, const std::filesystem::path& path)
        : m_text(text)
        , m_path(path)
        , m_separator(separatorOf(text))
        , m_place(text.starts_with("\xEF\xBB\xBF") ? 3 : 0)
    {
    }

    /// The next row that is not empty; false at the end.
    bool next(DelimitedText::Row& row)
    {
        while (m_place < m_text.size()) {
            row = {m_line, {}};
            bool isQuoted = readCell(row);
            while (m_place < m_text.size() && m_text[m_place] == m_separator) {
                ++m_place;
                isQuoted = readCell(row) || isQuoted;
            }
            if (m_place < m_text.size()) { // the line's end
                m_place += m_text.compare(m_place, 2, "\r\n") == 0 ? 2 : 1;
                ++m_line;
            }
            if (row.cells.size() > 1 || isQuoted || !row.cells.front().empty())
                return true;
        }
        return false;
    }

private:
    bool isLineEnd() const { return m_text[m_place] == '\n' || m_text[m_place] == '\r'; }

    /// Reads up to a separator or the end of the line. @return  whether it was in quotes
    bool readCell(DelimitedText::Row& row)
    {
        const std::size_t begin = m_text.find_first_not_of(' ', m_place);
        if (begin != std::string::npos && m_text[begin] == '"') {
            m_place = begin + 1;
            row.cells.push_back(readQuoted(row.line));
            return true;
        }
        const std::size_t start = m_place;
        while (m_place < m_text.size() && m_text[m_place] != m_separator && !isLineEnd())
            ++m_place;
        row.cells.push_back(cellText(m_text.substr(start, m_place - start)));
        return false;
    }

    std::string readQuoted(std::size_t line)
    {
        std::string cell;
        for (;; ++m_place) {
            if (m_place == m_text.size())
                fail(m_path, line, "a quote is opened and never closed");
            if (m_text[m_place] == '"') {
                if (m_text.compare(m_place, 2, "\"\"") != 0)
                    break;
                ++m_place;
            }
            m_line += m_text[m_place] == '\n' ? 1 : 0;
            cell += m_text[m_place];
        }
        ++m_place;
        while (m_place < m_text.size() && m_text[m_place] == ' ')
            ++m_place;
        if (m_place < m_text.size() && m_text[m_place] != m_separator && !isLineEnd())
            fail(m_path, m_line, "there is text behind a closing quote");
        return cell;
    }

    const std::string& m_text;
    const std::filesystem::path& m_path;
    char m_separator;
    std::size_t m_place;
    std::size_t m_line = 1;
};

}

std::optional<std::size_t> DelimitedText::column(const std::string& name) const
{
    const auto found = std::ranges::find(columns, name);
    return found == columns.end() ? std::nullopt : std::optional<std::size_t>(found - columns.begin());
}

DelimitedText parseDelimited(const std::string& text, const std::filesystem::path& path)
{
    DelimitedText table{.path = path, .columns = {}, .rows = {}};
    Parser parser(text, path);
    DelimitedText::Row row;
    if (!parser.next(row))
        throw FormatError("data_invalid", path.string(),
                          "is empty; a table begins with the names of its columns");
    std::set<std::string> names;
    for (std::string& cell : row.cells) {
        std::string name = cellText(std::move(cell));
        if (!name.empty() && !names.insert(name).second)
            fail(path, row.line, fmt::format("two columns have the name {}", name));
        table.columns.push_back(std::move(name));
    }
    while (parser.next(row)) {
        if (row.cells.size() != table.columns.size())
            fail(path, row.line,
                 fmt::format("has {} cells, whereas the first row has {}", row.cells.size(),
                             table.columns.size()));
        table.rows.push_back(std::move(row));
    }
    return table;
}

DelimitedText readDelimited(const std::filesystem::path& path)
{
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (!std::filesystem::exists(status))
        throw IoError("file_not_found", path.string(), "there is no such file");
    if (std::filesystem::is_directory(status))
        throw IoError("io", path.string(), "is a folder");
    std::ifstream file(path, std::ios::binary);
    std::string text;
    for (std::string piece(1 << 16, '\0'); file && text.size() <= kMostBytes;) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        text.append(piece, 0, static_cast<std::size_t>(file.gcount()));
    }
    if (text.size() > kMostBytes)
        throw FormatError("too_large", path.string(), "has more than 256 MiB, which no table of ratings has");
    if (!file.eof())
        throw IoError("io", path.string(), "cannot be read");
    return parseDelimited(text, path);
}

}
