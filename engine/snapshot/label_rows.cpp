#include "engine/snapshot/label_rows.h"

#include "engine/core/text_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/snapshot/words_view.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace engine {

namespace {

using VideoRows = std::map<std::string, std::vector<LabelRow>>;

VideoRows byVideo(std::vector<LabelRow> rows)
{
    VideoRows videos;
    for (LabelRow& row : rows)
        videos[row.video].push_back(std::move(row));
    for (auto& [video, own] : videos)
        std::ranges::stable_sort(own, {}, [](const LabelRow& row) { return row.span.start; });
    return videos;
}

/// What is written of a value. @param place  of the class whose column it is; absent: it is a number
float cell(const std::optional<double>& value, std::optional<std::size_t> place)
{
    if (!value)
        return std::numeric_limits<float>::quiet_NaN();
    if (!place)
        return static_cast<float>(*value);
    return static_cast<std::size_t>(*value) == *place ? 1.0F : 0.0F;
}

}

ComputationalSequence sequenceOf(ProjectLabel label)
{
    const std::size_t columns = std::max<std::size_t>(1, label.classes.size());
    ComputationalSequence labels;
    for (const auto& [video, own] : byVideo(std::move(label.rows))) {
        Entry entry;
        std::vector<float> values;
        for (const LabelRow& row : own) {
            entry.intervals.values.push_back({row.span.start, row.span.end});
            for (std::size_t column = 0; column < columns; ++column)
                values.push_back(
                    cell(row.value, label.classes.empty() ? std::nullopt : std::optional(column)));
        }
        entry.features = {ElementType::Float32, {own.size(), columns}, std::move(values)};
        labels.put(video, std::move(entry));
    }
    labels.setMetadata(
        {{"root name", kLabelsTier},
         {"computational sequence description", "labels as the project has them; NaN where there is none"},
         {"dimension names", label.classes.empty() ? std::vector{label.name} : label.classes},
         {"creator", "Polylogue"}});
    return labels;
}

DatasetList withLabelFile(DatasetList list, const std::filesystem::path& file)
{
    std::erase_if(list.sequences, [](const auto& sequence) { return sequence.name == kLabelsTier; });
    list.sequences.push_back({kLabelsTier, kLabelsTier, file, {}});
    return list;
}

DatasetList withLabel(const DatasetList& dataset, ProjectLabel label, const std::filesystem::path& file)
{
    writeCsd(sequenceOf(std::move(label)), file);
    return withLabelFile(dataset, file);
}

std::string votesTable(std::vector<LabelRow> rows)
{
    std::string lines;
    for (const auto& [video, own] : byVideo(std::move(rows))) {
        for (std::size_t k = 0; k < own.size(); ++k) {
            for (const auto& [annotator, vote] : own[k].votes)
                lines += fmt::format("{},{},{}\n", tableCell(fmt::format("{}[{}]", video, k)),
                                     tableCell(annotator), vote);
        }
    }
    return lines.empty() ? std::string() : "unit,annotator,value\n" + lines;
}

}
