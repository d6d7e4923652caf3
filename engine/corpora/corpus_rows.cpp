#include "engine/corpora/corpus_rows.h"

#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <regex>

namespace engine {

namespace {

constexpr std::size_t kLongestLine = 4096; // a regular expression works its way through it

std::regex expressionOf(const std::string& text)
{
    try {
        return std::regex(text, std::regex::ECMAScript);
    } catch (const std::regex_error& error) {
        throw FormatError("bad_config", "rows.lines",
                          '"' + text + "\" is no regular expression: " + error.what());
    }
}

void addLines(const nlohmann::ordered_json& source, const std::filesystem::path& file,
              std::vector<CorpusRow>& rows)
{
    const std::regex expression = expressionOf(source.at("lines").get<std::string>());
    const auto groups = source.value("groups", std::vector<std::string>());
    std::size_t number = 0;
    for (const std::string& line : readLines(file)) {
        ++number;
        std::smatch match;
        if (!std::regex_search(line, match, expression))
            continue;
        CorpusRow row{file, number, {}};
        for (std::size_t i = 0; i < groups.size() && i + 1 < match.size(); ++i)
            row.fields[groups[i]] = match[i + 1].str();
        rows.push_back(std::move(row));
    }
}

void addTable(const nlohmann::ordered_json& source, const std::filesystem::path& file,
              std::vector<CorpusRow>& rows)
{
    const DelimitedText table = readDelimited(file);
    std::map<std::string, std::size_t> columns;
    for (const auto& [field, column] : source.at("columns").items()) {
        const std::string name = column.is_string() ? column.get<std::string>() : jsonText(column);
        const std::optional<std::size_t> found = table.column(name);
        if (!found && field == "fold") // a table without folds is one, too
            continue;
        if (!found)
            throw FormatError(
                "data_invalid", file.string(),
                fmt::format("has no column {}; --set rows.columns.{}=NAME gives another", name, field));
        columns[field] = *found;
    }
    for (const DelimitedText::Row& line : table.rows) {
        CorpusRow row{file, line.line, {}};
        for (const auto& [field, column] : columns)
            row.fields[field] = line.cells[column];
        rows.push_back(std::move(row));
    }
}

}

const std::string& CorpusRow::of(const std::string& field) const
{
    static const std::string nothing;
    const auto found = fields.find(field);
    return found == fields.end() ? nothing : found->second;
}

double CorpusRow::number(const std::string& field) const
{
    const std::string& text = of(field);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        throw FormatError("data_invalid", file.string(),
                          fmt::format("line {}: {} is \"{}\", expected a number", line, field, text));
    return value;
}

std::vector<std::string> readLines(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw IoError("io", file.string(), "cannot be read");
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
            line.pop_back();
        if (line.size() > kLongestLine || line.find('\0') != std::string::npos)
            throw FormatError("data_invalid", file.string(),
                              fmt::format("line {}: is no line of text of at most {} characters",
                                          lines.size() + 1, kLongestLine));
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<CorpusRow> readCorpusRows(const nlohmann::ordered_json& source,
                                      const std::vector<std::filesystem::path>& files)
{
    if (!source.is_object() || source.contains("lines") == source.contains("columns"))
        throw FormatError("bad_config", "rows", "name either lines or columns of each source");
    std::vector<CorpusRow> rows;
    for (const std::filesystem::path& file : files) {
        const std::size_t before = rows.size();
        source.contains("lines") ? addLines(source, file, rows) : addTable(source, file, rows);
        for (std::size_t i = before; i < rows.size() && source.value("video_from", "") == "stem"; ++i)
            rows[i].fields["video"] = file.stem().string();
    }
    return rows;
}

}
