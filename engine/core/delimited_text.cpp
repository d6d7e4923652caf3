#include "engine/core/delimited_text.h"

#include "engine/core/error.h"
#include "engine/core/table_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <limits>
#include <set>

namespace engine {

namespace {

constexpr std::uintmax_t kMostBytes = std::uintmax_t{256} << 20;

[[noreturn]] void fail(const std::filesystem::path& path, std::size_t line, const std::string& what)
{
    throw FormatError("data_invalid", path.string(), fmt::format("line {}: {}", line, what));
}

/// The next row that is not empty and has no mistake; false at the end.
bool nextRow(TableReader& reader, const std::filesystem::path& path, TableRow& row)
{
    while (reader.next(row)) {
        if (row.isOpen)
            fail(path, row.line, "a quote is opened and never closed");
        if (row.strayLine != 0)
            fail(path, row.strayLine, "there is text behind a closing quote");
        if (row.isTooLong)
            fail(path, row.line, "has a cell of more than a MiB");
        if (row.cells.size() > 1 || row.isQuoted || !row.cells.front().empty())
            return true;
    }
    return false;
}

/// The names of columns, each once.
std::vector<std::string> columnsIn(TableRow& row, const std::filesystem::path& path)
{
    std::set<std::string> names;
    for (std::string& name : row.cells) {
        name = trimmedCell(std::move(name)); // those in quotes, too
        if (!name.empty() && !names.insert(name).second)
            fail(path, row.line, fmt::format("two columns have the name {}", name));
    }
    return std::move(row.cells);
}

}

std::optional<std::size_t> DelimitedText::column(const std::string& name) const
{
    const auto found = std::ranges::find(columns, name);
    return found == columns.end() ? std::nullopt : std::optional<std::size_t>(found - columns.begin());
}

DelimitedText parseDelimited(const std::string& text, const std::filesystem::path& path)
{
    const std::size_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    TableReader reader(std::string_view(text).substr(mark),
                       {.trims = true, .mostCells = std::numeric_limits<std::size_t>::max()});
    DelimitedText table{.path = path, .columns = {}, .rows = {}};
    TableRow row;
    if (!nextRow(reader, path, row))
        throw FormatError("data_invalid", path.string(),
                          "is empty; a table begins with the names of its columns");
    table.columns = columnsIn(row, path);
    while (nextRow(reader, path, row)) {
        if (row.cells.size() != table.columns.size())
            fail(path, row.line,
                 fmt::format("has {} cells, whereas the first row has {}", row.cells.size(),
                             table.columns.size()));
        table.rows.push_back({row.line, std::move(row.cells)});
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
