#include "app/export/label_rows.h"

#include "app/document/tier_views.h"
#include "engine/core/text_file.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_writer.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace app {

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

}

engine::DatasetList withLabels(const engine::DatasetList& dataset, const std::string& label,
                               std::vector<LabelRow> rows, const std::filesystem::path& file)
{
    engine::ComputationalSequence labels;
    for (const auto& [video, own] : byVideo(std::move(rows))) {
        engine::Entry entry;
        std::vector<float> values;
        for (const LabelRow& row : own) {
            entry.intervals.values.push_back({row.span.start, row.span.end});
            values.push_back(row.value ? static_cast<float>(*row.value)
                                       : std::numeric_limits<float>::quiet_NaN());
        }
        const std::size_t count = values.size();
        entry.features = {engine::ElementType::Float32, {count, 1}, std::move(values)};
        labels.put(video, std::move(entry));
    }
    labels.setMetadata(
        {{"root name", kLabelsTier},
         {"computational sequence description", "labels as the project has them; NaN where there is none"},
         {"dimension names", std::vector{label}},
         {"creator", "Polylogue"}});
    engine::writeCsd(labels, file);
    engine::DatasetList list = dataset;
    std::erase_if(list.sequences, [](const auto& sequence) { return sequence.name == kLabelsTier; });
    list.sequences.push_back({kLabelsTier, kLabelsTier, file, {}});
    return list;
}

std::string votesTable(std::vector<LabelRow> rows)
{
    std::string lines;
    for (const auto& [video, own] : byVideo(std::move(rows))) {
        for (std::size_t k = 0; k < own.size(); ++k) {
            for (const auto& [annotator, vote] : own[k].votes)
                lines += fmt::format("{},{},{}\n", engine::tableCell(fmt::format("{}[{}]", video, k)),
                                     engine::tableCell(annotator), vote);
        }
    }
    return lines.empty() ? std::string() : "unit,annotator,value\n" + lines;
}

}
