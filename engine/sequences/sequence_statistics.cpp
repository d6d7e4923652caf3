#include "engine/sequences/sequence_statistics.h"

#include "engine/core/error.h"
#include "engine/sequences/column_names.h"
#include "engine/sequences/computational_sequence.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace engine {

void DimensionStatistics::add(double value)
{
    if (std::isnan(value)) {
        ++m_nans;
    } else if (std::isinf(value)) {
        ++m_infinities;
    } else if (++m_count == 1) {
        m_minimum = m_maximum = m_mean = value;
        m_histogram.add(value);
    } else {
        m_histogram.add(value);
        m_minimum = std::min(m_minimum, value);
        m_maximum = std::max(m_maximum, value);
        const double before = value - m_mean;
        m_mean += before / static_cast<double>(m_count);
        m_squares += before * (value - m_mean);
    }
}

double DimensionStatistics::standardDeviation() const
{
    return m_count == 0 ? m_mean : std::sqrt(m_squares / static_cast<double>(m_count));
}

namespace {

constexpr std::size_t kPiece = std::size_t{16} << 20; ///< values that are in memory at once

[[noreturn]] void fail(const SequenceFile& file, const std::string& id, const std::string& what)
{
    throw FormatError("data_invalid", file.path().string(), id + " " + what);
}

void addRows(SequenceStatistics& statistics, const FeatureArray& features)
{
    const std::size_t width = features.rowLength();
    if (statistics.dimensions.size() < width)
        statistics.dimensions.resize(width);
    const auto addAll = [&](const auto& values) {
        for (std::size_t i = 0; i < values.size(); ++i)
            statistics.dimensions[i % width].add(static_cast<double>(values[i]));
    };
    if (const auto* floats = std::get_if<std::vector<float>>(&features.values))
        addAll(*floats);
    else if (const auto* doubles = std::get_if<std::vector<double>>(&features.values))
        addAll(*doubles);
    else if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&features.values))
        addAll(*integers);
}

/// One that is larger than kPiece is read piece by piece.
void addEntry(SequenceStatistics& statistics, const SequenceFile& file, const std::string& id,
              const EntryShape& shape, const RunContext& run)
{
    std::size_t values = 1;
    for (const std::size_t extent : shape.features)
        values *= extent;
    if (values <= kPiece) {
        addRows(statistics, file.features(id));
        return;
    }
    const SequenceFile::RowReader readRows = file.openRows(id);
    const std::size_t rows = shape.features.front();
    const std::size_t step = std::max<std::size_t>(1, kPiece / (values / rows));
    for (std::size_t first = 0; first < rows; first += step) {
        run.tick(first, rows);
        FeatureArray piece{shape.featureType, shape.features, readRows(first, std::min(step, rows - first))};
        piece.shape.front() = std::min(step, rows - first);
        addRows(statistics, piece);
    }
}

SequenceStatistics statisticsOfAll(const SequenceFile& file, std::span<const std::string> ids,
                                   const RunContext& run)
{
    SequenceStatistics statistics;
    for (const std::string& id : ids) {
        run.tick(statistics.ids, ids.size());
        const EntryShape shape = file.shape(id);
        const bool text = isText(shape.featureType);
        if (statistics.ids == 0)
            statistics.isText = text;
        if (text != statistics.isText)
            fail(file, id,
                 text ? "is text, unlike the entries before it" : "is no text, unlike the entries before it");
        if (!text)
            addEntry(statistics, file, id, shape, run);
        ++statistics.ids;
        statistics.rows += shape.features.empty() ? 0 : shape.features.front();
    }
    if (!statistics.dimensions.empty()) {
        ColumnNames columns = columnNames(file, statistics.dimensions.size());
        for (std::size_t i = 0; i < columns.names.size(); ++i)
            statistics.dimensions[i].name = std::move(columns.names[i]);
        statistics.namesFrom = std::move(columns.source);
    }
    run.tick(1, 1);
    return statistics;
}

}

SequenceStatistics statisticsOf(const SequenceFile& file, const RunContext& run)
{
    return statisticsOfAll(file, file.ids(), run);
}

SequenceStatistics statisticsOf(const SequenceFile& file, const std::string& video, const RunContext& run)
{
    std::vector<std::string> ids;
    for (const std::string& id : file.ids()) {
        if (strippedId(id) == video)
            ids.push_back(id);
    }
    return statisticsOfAll(file, ids, run);
}

std::vector<WordCount> wordCounts(const SequenceFile& file, const RunContext& run)
{
    std::map<std::string, std::size_t> counts;
    std::size_t done = 0;
    for (const std::string& id : file.ids()) {
        run.tick(done++, file.ids().size());
        const FeatureArray features = file.features(id);
        const auto* texts = std::get_if<std::vector<std::string>>(&features.values);
        if (!texts)
            fail(file, id, "holds numbers (" + name(features.type) + "), no words");
        for (const std::string& text : *texts)
            ++counts[text];
    }
    std::vector<WordCount> words;
    for (const auto& [word, count] : counts)
        words.push_back({word, count});
    std::ranges::stable_sort(words, std::ranges::greater(), &WordCount::count);
    run.tick(1, 1);
    return words;
}

}
