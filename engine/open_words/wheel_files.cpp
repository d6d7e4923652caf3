#include "engine/open_words/wheel_files.h"

#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/formats/tables/xlsx.h"
#include "engine/open_words/answer_files.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr int kWheels = 5;

std::size_t columnOf(const XlsxSheet& sheet, const std::filesystem::path& path, const std::string& name)
{
    if (!sheet.rows.empty()) {
        const auto& names = sheet.rows.front().cells;
        const auto found
            = std::ranges::find_if(names, [&](const std::string& cell) { return wheelWord(cell) == name; });
        if (found != names.end())
            return static_cast<std::size_t>(found - names.begin());
    }
    throw FormatError("data_invalid", path.string(), fmt::format("has no column {} in its first row", name));
}

std::string cellOf(const XlsxSheet::Row& row, std::size_t column)
{
    return column < row.cells.size() ? wheelWord(row.cells[column]) : std::string();
}

WheelRows readWheel(const std::filesystem::path& path)
{
    const XlsxSheet sheet = readXlsx(path);
    std::array<std::size_t, 3> columns{};
    for (std::size_t level = 0; level < 3; ++level)
        columns[level] = columnOf(sheet, path, fmt::format("level{}", level + 1));
    WheelRows rows;
    std::array<std::string, 3> last;
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
        bool isEmpty = true;
        for (std::size_t level = 0; level < 3; ++level) {
            if (const std::string cell = cellOf(sheet.rows[i], columns[level]); !cell.empty()) {
                last[level] = cell;
                isEmpty = false;
            }
        }
        if (isEmpty)
            continue;
        if (std::ranges::any_of(last, &std::string::empty))
            throw FormatError(
                "data_invalid", path.string(),
                fmt::format("row {} has no word of some level, and none above", sheet.rows[i].number));
        rows.push_back(last);
    }
    if (rows.empty())
        throw FormatError("data_invalid", path.string(), "has no words below its first row");
    return rows;
}

void readSynonyms(const std::filesystem::path& path, WheelTables& tables)
{
    const XlsxSheet sheet = readXlsx(path);
    std::size_t run = 1;
    for (; run == 1
         || std::ranges::find(sheet.rows.front().cells, fmt::format("word_run{}", run))
             != sheet.rows.front().cells.end();
         ++run) {
        const std::size_t word = columnOf(sheet, path, fmt::format("word_run{}", run));
        const std::size_t synonyms = columnOf(sheet, path, fmt::format("synonym_run{}", run));
        for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
            const std::string own = cellOf(sheet.rows[i], word);
            if (own.empty())
                continue;
            tables.synonyms[own].insert(own);
            for (const std::string& synonym : listedWords(cellOf(sheet.rows[i], synonyms)))
                tables.synonyms[synonym].insert(own);
        }
    }
}

void readForms(const std::filesystem::path& path, WheelTables& tables)
{
    const DelimitedText file = readDelimited(path);
    const auto name = file.column("name");
    const auto forms = file.column("format");
    if (!name || !forms)
        throw FormatError("data_invalid", path.string(), "has no columns name and format");
    for (const DelimitedText::Row& row : file.rows) {
        const std::string own = wheelWord(row.cells[*name]);
        if (own.empty())
            continue;
        tables.forms[own].insert(own);
        for (const std::string& form : listedWords(row.cells[*forms]))
            tables.forms[form].insert(own);
    }
}

}

WheelTables readWheels(const std::filesystem::path& folder)
{
    WheelTables tables;
    for (int wheel = 1; wheel <= kWheels; ++wheel)
        tables.wheels.push_back(readWheel(folder / fmt::format("wheel{}.xlsx", wheel)));
    readSynonyms(folder / "synonym.xlsx", tables);
    readForms(folder / "format.csv", tables);
    return tables;
}

}
