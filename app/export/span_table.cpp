#include "app/export/span_table.h"

#include "engine/sequences/tiled_features.h"

#include <charconv>
#include <cmath>

namespace app {

namespace {

/// As RFC 4180 has it: in quotation marks where it must be.
std::string field(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

/// The shortest text that is read as the same number, with a point whatever the language.
template <typename Number>
std::string text(Number number)
{
    char digits[64];
    return {digits, std::to_chars(digits, digits + sizeof digits, number).ptr};
}

class Table {
public:
    explicit Table(engine::Interval span) : m_span(span) { }

    bool holds(engine::Interval interval) const { return m_span.overlap(interval) > 0.0; }
    void add(const std::string& track, engine::Interval interval, const std::string& name,
             const std::string& value)
    {
        m_text += field(track) + ',' + text(interval.start) + ',' + text(interval.end) + ',' + field(name)
            + ',' + field(value) + "\r\n";
    }
    void addRow(const std::string& track, const engine::TimedFeatures& rows, std::size_t row,
                const QStringList& names)
    {
        for (std::size_t column = 0; column < rows.features.columns; ++column) {
            const float value = rows.features.at(row, column);
            if (std::isfinite(value))
                add(track, rows.intervals[row],
                    names.value(static_cast<qsizetype>(column), QString::number(column)).toStdString(),
                    text(value));
        }
    }
    std::string take() { return std::move(m_text); }

private:
    engine::Interval m_span;
    std::string m_text = "track,start,end,name,value\r\n";
};

/// One row, 1 × D, from the file where it stays there.
engine::FeatureMatrix rowOf(const FeatureSeries& series, std::size_t row)
{
    if (series.tiled)
        return series.tiled->source().rows->read(row, 1);
    engine::FeatureMatrix values(1, series.features->dimensions());
    for (std::size_t d = 0; d < values.columns; ++d)
        values.at(0, d) = series.features->valueAt(row, d)->value; // all lies in memory
    return values;
}

}

std::string spanTable(const SpanContent& content, const engine::RunContext& run)
{
    Table table(content.span);
    for (std::size_t i = 0; i < content.words.texts.size(); ++i) {
        if (table.holds(content.words.intervals[i]))
            table.add("words", content.words.intervals[i], "word", content.words.texts[i]);
    }
    for (std::size_t i = 0; i < content.labels.rows.intervals.size(); ++i) {
        if (table.holds(content.labels.rows.intervals[i]))
            table.addRow("labels", content.labels.rows, i, content.labels.names);
    }
    for (std::size_t i = 0; i < content.features.size(); ++i) {
        const FeatureSeries& series = content.features[i];
        const std::vector<engine::Interval>& intervals = series.features->intervals();
        run.tick(i, content.features.size());
        for (std::size_t row = 0; row < intervals.size(); ++row) {
            if (table.holds(intervals[row]))
                table.addRow(series.key.toStdString(), {{intervals[row]}, rowOf(series, row)}, 0,
                             series.names);
        }
    }
    return table.take();
}

}
