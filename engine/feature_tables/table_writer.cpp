#include "engine/feature_tables/table_writer.h"

#include "engine/core/error.h"
#include "engine/core/text_file.h"
#include "engine/sequences/column_names.h"

#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace engine {

namespace {

constexpr std::size_t kRowsAtOnce = 4096;

/// Appends a number as a cell, with a comma before it.
void addCell(fmt::memory_buffer& text, const FeatureArray::Values& values, std::size_t i)
{
    std::visit(
        [&](const auto& numbers) {
            if constexpr (!std::is_same_v<typename std::decay_t<decltype(numbers)>::value_type, std::string>)
                fmt::format_to(std::back_inserter(text), ",{}", numbers[i]);
        },
        values);
}

}

std::size_t writeTable(const SequenceFile& sequence, const std::filesystem::path& path, const RunContext& run)
{
    const std::vector<std::string>& ids = sequence.ids();
    PendingFile pending(path);
    std::ofstream file(pending.temporary(), std::ios::binary);
    std::size_t columns = 0;
    std::size_t written = 0;
    fmt::memory_buffer text;
    for (std::size_t place = 0; place < ids.size(); ++place) {
        const std::string& id = ids[place];
        const EntryShape shape = sequence.shape(id);
        std::size_t width = 1;
        for (std::size_t axis = 1; axis < shape.features.size(); ++axis)
            width *= shape.features[axis];
        if (isText(shape.featureType))
            throw FormatError("data_invalid", sequence.path().string(),
                              fmt::format("{} holds text, expected numbers; convert writes text", id));
        if (place == 0) {
            columns = width;
            text.append(std::string("id,start,end"));
            for (const std::string& name : columnNames(sequence, columns).names)
                text.append("," + tableCell(name));
            text.push_back('\n');
        } else if (width != columns) {
            throw FormatError(
                "data_invalid", sequence.path().string(),
                fmt::format("{} has {} columns, expected the {} of {}", id, width, columns, ids.front()));
        }
        const std::vector<Interval> intervals = sequence.intervals(id).values;
        const SequenceFile::RowReader read = sequence.openRows(id);
        for (std::size_t first = 0; first < intervals.size(); first += kRowsAtOnce) {
            const std::size_t count = std::min(kRowsAtOnce, intervals.size() - first);
            const FeatureArray::Values values = read(first, count);
            for (std::size_t row = 0; row < count; ++row) {
                fmt::format_to(std::back_inserter(text), "{},{},{}", tableCell(id),
                               intervals[first + row].start, intervals[first + row].end);
                for (std::size_t column = 0; column < columns; ++column)
                    addCell(text, values, row * columns + column);
                text.push_back('\n');
            }
            file.write(text.data(), static_cast<std::streamsize>(text.size()));
            text.clear();
            written += count;
        }
        run.tick(place + 1, ids.size());
    }
    file.write(text.data(), static_cast<std::streamsize>(text.size())); // of entries without rows
    file.close();
    if (!file)
        throw IoError("io", path.string(), "cannot be written");
    pending.commit();
    return written;
}

}
