#include "engine/explain/explanation_table.h"

#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/text_file.h"

#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

constexpr std::string_view kHeadMark = "# polylogue-predictions "; // before the JSON of what is no row

nlohmann::json headOf(const ExplainedDataset& dataset)
{
    const ExplainedDataset::Provenance& from = dataset.provenance;
    nlohmann::json outputs = nlohmann::json::array(), leftOut = outputs;
    for (const ExplainedOutput& output : dataset.outputs)
        outputs.push_back(
            {{"name", output.name}, {"low", output.low}, {"high", output.high}, {"range", output.range}});
    for (const ExplainedDataset::LeftOut& left : dataset.leftOut)
        leftOut.push_back({{"id", left.id}, {"why", left.why}});
    return {{"model", from.model},     {"model_sha256", from.modelSha256}, {"model_name", from.modelName},
            {"absent", from.absent},   {"dataset", from.dataset},          {"data_sha256", from.dataSha256},
            {"version", from.version}, {"segments", dataset.expected},     {"outputs", outputs},
            {"left_out", leftOut}};
}

ExplainedDataset fromHead(const nlohmann::json& head)
{
    ExplainedDataset dataset;
    dataset.provenance
        = {head.at("model"),   head.at("model_sha256"), head.at("model_name"), head.at("absent"),
           head.at("dataset"), head.at("data_sha256"),  head.at("version")};
    head.at("segments").get_to(dataset.expected);
    for (const nlohmann::json& output : head.at("outputs"))
        dataset.outputs.push_back(
            {output.at("name"), output.at("low"), output.at("high"), output.at("range")});
    for (const nlohmann::json& left : head.at("left_out"))
        dataset.leftOut.push_back({left.at("id"), left.at("why")});
    return dataset;
}

/// A number as the table has it; absent: an empty cell.
std::optional<double> numberIn(const DelimitedText& table, const DelimitedText::Row& row, std::size_t column)
{
    const std::string& cell = row.cells[column];
    if (cell.empty())
        return std::nullopt;
    double value = 0.0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
        throw FormatError("data_invalid", table.path.string(),
                          fmt::format("line {}: \"{}\" is no number", row.line, cell));
    return value;
}

std::string columnNames()
{
    std::string text = "id,fold,start,end,words";
    for (const Modality modality : allModalities)
        text += "," + std::string(name(modality));
    text += ",output,label,prediction,class";
    for (const Coalition set : readingOrder)
        text += ",f_" + (set == 0 ? std::string("none") : lettersOf(set));
    for (const Modality modality : allModalities)
        text += ",shapley_" + lettersOf(coalitionOf(modality));
    return text + "\n";
}

constexpr std::size_t kPresent = 5, kLabel = 9, kValues = 12; // columns

}

std::string explanationTable(const ExplainedDataset& dataset, bool guardsCells)
{
    std::string text = std::string(kHeadMark) + jsonText(headOf(dataset)) + "\n" + columnNames();
    for (const ExplainedSegment& segment : dataset.segments) {
        for (std::size_t output = 0; output < dataset.outputs.size(); ++output) {
            const InteractionMap map = segment.map(output);
            text += fmt::format("{},{},{},{},{}", tableCell(guardedCell(segment.id, guardsCells)),
                                segment.fold, segment.span.start, segment.span.end,
                                tableCell(guardedCell(segment.words, guardsCells), true));
            for (const bool present : segment.present)
                text += present ? ",1" : ",0";
            text += "," + tableCell(guardedCell(dataset.outputs[output].name, guardsCells)) + ",";
            if (segment.labels[output])
                text += fmt::format("{}", *segment.labels[output]);
            text += fmt::format(",{},{}", segment.prediction(output),
                                name(map.verdict(dataset.outputs[output].range).kind));
            for (const Coalition set : readingOrder)
                text += fmt::format(",{}", map.value(set));
            for (const Modality modality : allModalities)
                text += fmt::format(",{}", map.shapley(modality));
            text += "\n";
        }
    }
    return text;
}

ExplainedDataset explanationsFromTable(const std::string& text, const std::string& source)
{
    const std::size_t end = text.find('\n');
    if (!text.starts_with(kHeadMark) || end == std::string::npos)
        throw FormatError("data_invalid", source, "is no table of predictions of this program");
    ExplainedDataset dataset;
    try {
        dataset = fromHead(nlohmann::json::parse(text.substr(kHeadMark.size(), end - kHeadMark.size())));
    } catch (const nlohmann::json::exception& error) {
        throw FormatError("data_invalid", source, std::string("line 1: ") + error.what());
    }
    const DelimitedText table = parseDelimited(text.substr(end + 1), source);
    if (table.columns.size() != kValues + kCoalitions + allModalities.size())
        throw FormatError("data_invalid", source, "has other columns than a table of predictions");
    const std::size_t outputs = dataset.outputs.size();
    for (std::size_t i = 0; outputs > 0 && i < table.rows.size(); ++i) {
        const DelimitedText::Row& row = table.rows[i];
        const auto number = [&](std::size_t column) { return numberIn(table, row, column); };
        if (i % outputs == 0) {
            ExplainedSegment& segment = dataset.segments.emplace_back();
            segment.id = row.cells[0];
            segment.fold = row.cells[1];
            segment.span = {number(2).value_or(0.0), number(3).value_or(0.0)};
            segment.words = row.cells[4];
            for (std::size_t m = 0; m < segment.present.size(); ++m)
                segment.present[m] = number(kPresent + m).value_or(0.0) != 0.0;
        }
        ExplainedSegment& segment = dataset.segments.back();
        segment.labels.push_back(number(kLabel));
        std::array<double, kCoalitions>& values = segment.values.emplace_back();
        for (std::size_t place = 0; place < kCoalitions; ++place)
            values[readingOrder[place]] = number(kValues + place).value_or(0.0);
    }
    if (!dataset.segments.empty() && dataset.segments.back().values.size() != outputs)
        throw FormatError("data_invalid", source, "ends within a segment");
    return dataset;
}

}
