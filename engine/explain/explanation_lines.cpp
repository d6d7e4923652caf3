#include "engine/explain/explanation_lines.h"

#include "engine/core/error.h"

#include <nlohmann/json.hpp>

namespace engine {

namespace {

void takeHead(const nlohmann::json& head, ExplainedDataset& dataset)
{
    std::vector<ExplainedOutput> outputs;
    const nlohmann::json& ranges = head.at("ranges");
    for (const nlohmann::json& output : head.at("outputs"))
        outputs.push_back({output.at("name").get<std::string>(), output.at("low").get<double>(),
                           output.at("high").get<double>(), ranges.at(outputs.size()).get<double>()});
    const auto expected = head.at("segments").get<std::size_t>();
    if (dataset.outputs.empty()) {
        dataset.outputs = std::move(outputs);
        dataset.expected = expected;
        dataset.provenance.modelName = head.at("model").get<std::string>();
        for (const nlohmann::json& left : head.at("left_out"))
            dataset.leftOut.push_back({left.at("id").get<std::string>(), left.at("why").get<std::string>()});
    } else if (dataset.outputs != outputs) {
        throw FormatError("bad_message", "line", "the model has other outputs than before");
    }
}

ExplainedSegment segmentFrom(const nlohmann::json& line)
{
    ExplainedSegment segment{line.at("id").get<std::string>(),
                             line.at("fold").get<std::string>(),
                             {line.at("start").get<double>(), line.at("end").get<double>()},
                             line.at("words").get<std::string>(),
                             line.at("present").get<std::array<bool, allModalities.size()>>(),
                             {},
                             {}};
    for (const nlohmann::json& label : line.at("labels"))
        segment.labels.push_back(label.is_number() ? std::optional(label.get<double>()) : std::nullopt);
    for (const nlohmann::json& values : line.at("f"))
        segment.values.push_back(values.get<std::array<double, kCoalitions>>());
    return segment;
}

}

void takeExplanationLine(const std::string& line, ExplainedDataset& dataset)
{
    try {
        const nlohmann::json json = nlohmann::json::parse(line);
        if (json.contains("outputs")) {
            takeHead(json, dataset);
            return;
        }
        ExplainedSegment segment = segmentFrom(json);
        if (dataset.outputs.empty() || segment.values.size() != dataset.outputs.size()
            || segment.labels.size() != dataset.outputs.size())
            throw FormatError("bad_message", "line", "a segment with other outputs than its model");
        dataset.segments.push_back(std::move(segment));
    } catch (const nlohmann::json::exception& error) {
        throw FormatError("bad_message", "line", error.what());
    }
}

}
