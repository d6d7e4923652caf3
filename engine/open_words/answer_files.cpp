#include "engine/open_words/answer_files.h"

#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/core/table_text.h"
#include "engine/core/text_file.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine {

namespace {

FormatError faultOf(const DelimitedText& file, const DelimitedText::Row& row, const std::string& what)
{
    return {"data_invalid", fmt::format("{}, line {}", file.path.string(), row.line), what};
}

std::size_t neededColumn(const DelimitedText& file, const std::vector<std::string>& names)
{
    for (const std::string& name : names) {
        if (const auto column = file.column(name))
            return *column;
    }
    throw FormatError(
        "data_invalid", file.path.string(),
        fmt::format("has no column {}; it has {}", fmt::join(names, " or "), fmt::join(file.columns, ", ")));
}

std::vector<std::string> partedItems(const std::string& cell)
{
    std::vector<std::string> items;
    for (std::size_t begin = 0; begin <= cell.size();) {
        const std::size_t end = std::min(cell.find(';', begin), cell.size());
        if (std::string item = trimmedCell(cell.substr(begin, end - begin)); !item.empty())
            items.push_back(std::move(item));
        begin = end + 1;
    }
    return items;
}

/// An item, by its name or its place from 1.
std::string chosenItem(const DelimitedText& file, const DelimitedText::Row& row, const std::string& text,
                       const std::vector<std::string>& items)
{
    if (std::ranges::find(items, text) != items.end())
        return text;
    std::size_t place = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), place);
    if (failure != std::errc() || end != text.data() + text.size() || place < 1 || place > items.size())
        throw faultOf(file, row,
                      fmt::format("'{}' was not shown; shown were {}", text, fmt::join(items, ", ")));
    return items[place - 1];
}

/// The rows of one comparison of a published table, which holds comparisons of all kinds; all rows of any
/// other table.
std::vector<DelimitedText::Row> rowsOf(const DelimitedText& file, const std::set<std::string>& kinds,
                                       const std::string& comparison)
{
    const auto code = file.column("comparison");
    const auto kind = file.column("kind");
    if (!code || !kind) {
        if (!comparison.empty())
            neededColumn(file, {"comparison"});
        return file.rows;
    }
    std::vector<DelimitedText::Row> rows;
    std::set<std::string> codes;
    for (const DelimitedText::Row& row : file.rows) {
        if (!kinds.contains(row.cells[*kind]))
            continue;
        codes.insert(row.cells[*code]);
        if (comparison.empty() || row.cells[*code] == comparison)
            rows.push_back(row);
    }
    if (comparison.empty() ? codes.size() != 1 : !codes.contains(comparison))
        throw FormatError("data_invalid", file.path.string(),
                          codes.empty()
                              ? fmt::format("has no comparison of the kind {}", fmt::join(kinds, " or "))
                              : fmt::format("has the comparisons {} of this kind; one is to be named",
                                            fmt::join(codes, ", ")));
    return rows;
}

/// Two items of a published row; the better one is empty where there was a tie.
Preference publishedPreference(const DelimitedText& file, const DelimitedText::Row& row, std::size_t items,
                               std::size_t best)
{
    const std::vector<std::string> shown = partedItems(row.cells[items]);
    if (shown.size() != 2 || shown[0] == shown[1])
        throw faultOf(file, row, "does not compare two items");
    const std::string& better = row.cells[best];
    if (better.empty())
        return {shown[0], shown[1], 0.5};
    return {shown[0], shown[1], chosenItem(file, row, better, shown) == shown[0] ? 1.0 : 0.0};
}

}

TermSet listedWords(const std::string& cell)
{
    TermSet words;
    for (const std::string& part : termsIn(cell)) {
        std::string word = part;
        std::erase_if(word, [](char letter) { return letter == '[' || letter == ']' || letter == '"'; });
        word = trimmedCell(word);
        if (word.size() > 1 && word.front() == '\'' && word.back() == '\'')
            word = word.substr(1, word.size() - 2);
        if (word = inLowerCase(trimmedCell(word)); !word.empty())
            words.insert(word);
    }
    return words;
}

std::map<std::string, TermSet> readUnitWords(const std::filesystem::path& path)
{
    const DelimitedText file = readDelimited(path);
    const std::size_t unit = neededColumn(file, {"unit", "name", "video_id"});
    const std::size_t words = neededColumn(file, {"words", "openset"});
    const auto clip = file.columns[unit] == "video_id" ? file.column("clip_id") : std::nullopt;
    std::map<std::string, TermSet> units;
    for (const DelimitedText::Row& row : file.rows) {
        std::string name = row.cells[unit];
        if (name.empty())
            throw faultOf(file, row, "names no unit");
        if (clip)
            name += fmt::format("[{}]", row.cells[*clip]);
        units[name].merge(listedWords(row.cells[words]));
    }
    return units;
}

std::vector<Preference> readPreferences(const std::filesystem::path& path, const std::string& comparison)
{
    const DelimitedText file = readDelimited(path);
    const std::vector<DelimitedText::Row> rows = rowsOf(file, {"preference", "texts"}, comparison);
    std::vector<Preference> answers;
    if (const auto items = file.column("items")) {
        const std::size_t best = neededColumn(file, {"best"});
        for (const DelimitedText::Row& row : rows)
            answers.push_back(publishedPreference(file, row, *items, best));
        return answers;
    }
    const std::size_t first = neededColumn(file, {"first"});
    const std::size_t second = neededColumn(file, {"second"});
    const std::size_t choice = neededColumn(file, {"choice"});
    for (const DelimitedText::Row& row : rows) {
        const std::string& chosen = row.cells[choice];
        if (chosen != "0" && chosen != "1" && chosen != "2")
            throw faultOf(file, row, fmt::format("the choice '{}' is none of 1, 2 and 0", chosen));
        if (row.cells[first].empty() || row.cells[second].empty() || row.cells[first] == row.cells[second])
            throw faultOf(file, row, "does not compare two items");
        answers.push_back({row.cells[first], row.cells[second],
                           chosen == "1"       ? 1.0
                               : chosen == "2" ? 0.0
                                               : 0.5});
    }
    return answers;
}

std::vector<BestWorstJudgement> readBestWorst(const std::filesystem::path& path,
                                              const std::string& comparison)
{
    const DelimitedText file = readDelimited(path);
    const auto items = file.column("items");
    std::vector<std::size_t> columns;
    while (const auto column = file.column(fmt::format("item{}", columns.size() + 1)))
        columns.push_back(*column);
    if (!items && columns.empty())
        neededColumn(file, {"items", "item1"});
    const std::size_t best = neededColumn(file, {"best"});
    const std::size_t worst = neededColumn(file, {"worst"});
    std::vector<BestWorstJudgement> judgements;
    for (const DelimitedText::Row& row : rowsOf(file, {"best-worst"}, comparison)) {
        BestWorstJudgement judgement;
        if (items)
            judgement.items = partedItems(row.cells[*items]);
        for (const std::size_t column : columns) {
            if (!items && !row.cells[column].empty())
                judgement.items.push_back(row.cells[column]);
        }
        judgement.best = chosenItem(file, row, row.cells[best], judgement.items);
        judgement.worst = chosenItem(file, row, row.cells[worst], judgement.items);
        if (judgement.best == judgement.worst)
            throw faultOf(file, row, fmt::format("calls {} best and worst", judgement.best));
        judgements.push_back(std::move(judgement));
    }
    return judgements;
}

std::vector<std::string> readItems(const std::filesystem::path& path)
{
    const DelimitedText file = readDelimited(path);
    std::vector<std::string> items;
    std::set<std::string> known;
    const auto take = [&](const std::string& cell, std::size_t line) {
        std::string item = trimmedCell(cell);
        if (item.find(';') != std::string::npos)
            throw FormatError("data_invalid", fmt::format("{}, line {}", path.string(), line),
                              "has an item with a semicolon, which parts items");
        if (!item.empty() && known.insert(item).second)
            items.push_back(std::move(item));
    };
    const auto column = file.column("item");
    if (!column && file.columns.size() > 1)
        neededColumn(file, {"item"});
    if (!column && !file.columns.empty())
        take(file.columns.front(), 1); // a list has no head
    for (const DelimitedText::Row& row : file.rows)
        take(row.cells[column.value_or(0)], row.line);
    return items;
}

std::string bestWorstTable(const std::vector<std::vector<std::string>>& sets)
{
    std::string table;
    for (std::size_t i = 0; !sets.empty() && i < sets.front().size(); ++i)
        table += fmt::format("item{},", i + 1);
    table += "best,worst\n";
    for (const std::vector<std::string>& set : sets) {
        for (const std::string& item : set)
            table += tableCell(item) + ",";
        table += ",\n";
    }
    return table;
}

}
