#include "engine/feature_tables/feature_table.h"

#include "engine/core/error.h"
#include "engine/core/table_text.h"
#include "engine/core/utf8.h"
#include "engine/feature_tables/arff_header.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/input/text_input.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <limits>
#include <map>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{1} << 30;
constexpr std::size_t kTickRows = 1000; // between two looks whether it is to stop
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// Columns that say when, where or of whom, but are no features.
constexpr std::array<std::string_view, 12> kNoFeatures{"frame",   "frameindex", "frametime", "timestamp",
                                                       "face_id", "name",       "file",      "filename",
                                                       "start",   "end",        "class",     "emotion"};

/// The cells of a line, without blanks and quotes around them. @param cells  is filled anew
void split(std::string_view line, char separator, std::vector<std::string_view>& cells)
{
    cells.clear();
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    while (true) {
        line = trimmed(line);
        std::size_t end = 0;
        if (!line.empty() && (line.front() == '"' || line.front() == '\''))
            end = std::min(line.find(line.front(), 1), line.size() - 1);
        end = std::min(line.find(separator, end), line.size());
        std::string_view cell = trimmed(line.substr(0, end));
        if (cell.size() > 1 && (cell.front() == '"' || cell.front() == '\'') && cell.back() == cell.front())
            cell = cell.substr(1, cell.size() - 2);
        cells.push_back(cell);
        if (end == line.size())
            return;
        line.remove_prefix(end + 1);
    }
}

/// Seconds: `1.25`, or as pandas writes them, `0 days 00:00:01.250000`.
std::optional<double> secondsIn(std::string_view text)
{
    double days = 0.0;
    if (const std::size_t word = text.find(" days"); word != std::string_view::npos) {
        const auto number = numberIn(text.substr(0, word));
        if (!number)
            return std::nullopt;
        days = *number;
        text = trimmed(text.substr(word + 5));
        if (text.empty())
            return *number * 86400;
    }
    const auto seconds = text.find(':') == std::string_view::npos ? numberIn(text) : clockTimeIn(text);
    return seconds && std::isfinite(*seconds) ? std::optional(days * 86400 + *seconds) : std::nullopt;
}

/// Where the columns of a table are.
struct Layout {
    explicit Layout(const std::vector<std::string>& names) : width(names.size())
    {
        for (std::size_t column = 0; column < names.size(); ++column) {
            const std::string name = inLowerCase(names[column]);
            if (name == "timestamp" || name == "frametime" || name == "start")
                start = column;
            else if (name == "end")
                end = column;
            else if (name == "face_id")
                face = column;
            if (std::ranges::find(kNoFeatures, name) == kNoFeatures.end())
                features.push_back(column);
        }
    }

    std::size_t width;
    std::optional<std::size_t> start;
    std::optional<std::size_t> end;
    std::optional<std::size_t> face; ///< whose row it is
    std::vector<std::size_t> features;
};

/// Takes rows one after the other.
class TableRows {
public:
    TableRows(const fs::path& path, const std::vector<std::string>& names)
        : m_file(path.string())
        , m_layout(names)
    {
        if (!m_layout.start)
            throw FormatError(
                "data_invalid", m_file,
                "has no column of times (timestamp, frameTime or start), so its rows have no place");
        if (m_layout.features.empty())
            throw FormatError("data_invalid", m_file, "has no column of features");
    }

    void take(const std::vector<std::string_view>& cells, std::size_t line)
    {
        if (cells.size() != m_layout.width)
            fail(line, fmt::format("has {} cells, expected {} as in the head", cells.size(), m_layout.width));
        const auto start = secondsIn(cells[*m_layout.start]);
        if (!start)
            fail(line, fmt::format("has '{}' for a time", cells[*m_layout.start]));
        Face& face = m_faces[m_layout.face ? numberIn(cells[*m_layout.face]).value_or(0.0) : 0.0];
        if (!face.starts.empty() && *start < face.starts.back())
            fail(line, "begins before the row above it");
        face.starts.push_back(*start);
        if (m_layout.end)
            face.ends.push_back(secondsIn(cells[*m_layout.end]).value_or(kMissing));
        for (const std::size_t column : m_layout.features)
            face.values.push_back(static_cast<float>(numberIn(cells[column]).value_or(kMissing)));
        m_bytes += m_layout.features.size() * sizeof(float);
        if (m_bytes > kMostBytes)
            throw FormatError("too_large", m_file,
                              "holds more than 1 GiB of features; write it as csd in parts");
    }

    FeatureTable finish(const std::vector<std::string>& names)
    {
        if (m_faces.empty())
            throw FormatError("data_invalid", m_file, "has no row");
        const auto most = std::ranges::max_element(
            m_faces, {}, [](const auto& face) { return face.second.starts.size(); });
        FeatureTable table;
        if (m_faces.size() > 1)
            table.notes.push_back(
                fmt::format("{}: {} faces; only face {:g} is shown, which has the most rows ({}).", m_file,
                            m_faces.size(), most->first, most->second.starts.size()));
        Face& face = most->second;
        for (const std::size_t column : m_layout.features)
            table.rows.columns.push_back({names[column]});
        table.rows.intervals = intervalsOf(face);
        table.rows.values = FeatureMatrix(0, m_layout.features.size());
        table.rows.values.rows = face.starts.size();
        table.rows.values.values = std::move(face.values);
        return table;
    }

private:
    struct Face {
        std::vector<double> starts;
        std::vector<double> ends; ///< where the table has them
        std::vector<float> values;
    };

    std::vector<Interval> intervalsOf(const Face& face) const
    {
        std::vector<double> steps;
        for (std::size_t row = 1; row < face.starts.size(); ++row)
            steps.push_back(face.starts[row] - face.starts[row - 1]);
        const double usual = steps.empty() ? kMissing : upperMedian(std::move(steps));
        std::vector<Interval> intervals;
        for (std::size_t row = 0; row < face.starts.size(); ++row) {
            const double start = face.starts[row];
            double end = row + 1 < face.starts.size() ? face.starts[row + 1] : start + usual;
            if (row + 1 < face.starts.size() && end - start > 2 * usual)
                end = start + usual; // rows are missing here: nothing was measured
            if (!face.ends.empty())
                end = face.ends[row];
            if (!std::isfinite(end) || end < start)
                throw FormatError(
                    "data_invalid", m_file,
                    "does not say how long its row lasts: there is one row only, without an end");
            intervals.push_back({start, end});
        }
        return intervals;
    }

    [[noreturn]] void fail(std::size_t line, const std::string& what) const
    {
        throw FormatError("data_invalid", m_file, fmt::format("line {} {}", line, what));
    }

    std::string m_file;
    Layout m_layout;
    std::map<double, Face> m_faces; ///< by its number
    std::size_t m_bytes = 0;
};

std::vector<std::string> namesIn(std::string_view head, char separator)
{
    std::vector<std::string_view> cells;
    split(head.starts_with("\xef\xbb\xbf") ? head.substr(3) : head, separator, cells);
    return {cells.begin(), cells.end()};
}

bool hasName(const std::vector<std::string>& names, std::string_view wanted)
{
    return std::ranges::find(names, wanted, [](const std::string& name) { return inLowerCase(name); })
        != names.end();
}

}

std::optional<TableOrigin> featureTableOrigin(const fs::path& path)
{
    const std::string ending = inLowerCase(path.extension().string());
    if (ending != ".csv" && ending != ".arff" && ending != ".tsv" && ending != ".txt")
        return std::nullopt;
    const std::string beginning = beginningOf(path, std::size_t{64} << 10); // OpenFace's head has 6 kB
    if (ending == ".arff")
        return inLowerCase(beginning).find("@relation") == std::string::npos
            ? std::nullopt
            : std::optional(TableOrigin{"openSMILE", true});
    const std::string_view head = std::string_view(beginning).substr(0, beginning.find('\n'));
    const std::vector<std::string> names = namesIn(head, separatorIn(head));
    if (hasName(names, "timestamp") && hasName(names, "confidence") && hasName(names, "frame"))
        return TableOrigin{"OpenFace"};
    const bool hasDescriptors = std::ranges::any_of(
        names, [](const std::string& name) { return name.find("_sma") != std::string::npos; });
    if (hasName(names, "frametime") || (hasName(names, "start") && hasName(names, "end") && hasDescriptors))
        return TableOrigin{"openSMILE"};
    return std::nullopt;
}

std::vector<fs::path> featureTablesIn(const fs::path& fileOrFolder)
{
    std::error_code unreadable;
    std::vector<fs::path> tables;
    if (!fs::is_directory(fileOrFolder, unreadable)) {
        if (featureTableOrigin(fileOrFolder))
            tables.push_back(fileOrFolder);
        return tables;
    }
    for (const auto& item : fs::directory_iterator(fileOrFolder)) {
        if (item.is_regular_file(unreadable) && featureTableOrigin(item.path()))
            tables.push_back(item.path());
    }
    std::ranges::sort(tables);
    return tables;
}

FeatureTable readFeatureTable(const fs::path& path, const RunContext& run)
{
    const auto origin = featureTableOrigin(path);
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw IoError("file_not_found", path.string(), "cannot be opened");
    if (!origin)
        throw FormatError("data_invalid", path.string(), "is no table of OpenFace or openSMILE");
    std::error_code unknown;
    const std::uintmax_t bytes = fs::file_size(path, unknown);
    std::string line;
    std::size_t number = 0;
    char separator = ',';
    std::vector<std::string> names;
    if (origin->isArff) {
        ArffHeader header = readArffHeader(stream, path.string());
        names = std::move(header.names);
        number = header.lines;
    } else {
        std::getline(stream, line);
        separator = separatorIn(line);
        names = namesIn(line, separator);
        number = 1;
    }
    TableRows rows(path, names);
    std::vector<std::string_view> cells;
    while (std::getline(stream, line)) {
        ++number;
        if (number % kTickRows == 0)
            run.tick(static_cast<std::size_t>(stream.tellg()), std::max<std::size_t>(1, bytes));
        const std::string_view text = trimmed(line);
        if (text.empty() || text == "\r" || (origin->isArff && text.front() == '%'))
            continue;
        if (origin->isArff && text.front() == '{')
            throw FormatError("data_invalid", path.string(),
                              fmt::format("line {} is sparse; only whole rows are read", number));
        split(text, separator, cells);
        rows.take(cells, number);
    }
    if (stream.bad())
        throw IoError("io", path.string(), "cannot be read to its end");
    return rows.finish(names);
}

}
