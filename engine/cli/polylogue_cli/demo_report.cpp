#include "engine/cli/polylogue_cli/demo_report.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

namespace engine::cli {

namespace {

constexpr const char* kHead
    = R"(<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Polylogue demo</title>
<style>body{font:15px/1.5 sans-serif;max-width:1100px;margin:2em auto;padding:0 1em;color:#1d212a}
table{border-collapse:collapse;margin:1em 0}td,th{padding:.25em .9em;border-bottom:1px solid #d5dae3;text-align:right}
td:first-child,th:first-child{text-align:left}img{max-width:100%;border:1px solid #d5dae3}.miss{color:#c92a2a}</style>
<h1>Polylogue demo</h1>
)";

std::string escaped(const std::string& text)
{
    std::string result;
    for (const char c : text)
        result += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
    return result;
}

std::string html(const DemoReport& report)
{
    std::string page = kHead;
    page += "<p>Every video's sequences were aligned to its words (mean of the rows that overlap a word), "
            "what was "
            "missing was imputed with zeros, and the words were gathered into the labelled segments. The "
            "fusion model "
            "then predicted the sentiment of each segment.</p>\n";
    for (const std::string& note : report.notes)
        page += fmt::format("<p class='miss'>{}</p>\n", escaped(note));
    page += "<h2>Alignment</h2><table><tr><th>sequence</th><th>word rows</th><th>of them "
            "imputed</th><th>segments</th></tr>\n";
    for (const auto& sequence : report.sequences)
        page += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", escaped(sequence.name),
                            sequence.wordRows, sequence.imputed, sequence.segments);
    page += "</table>\n<h2>Prediction</h2>";
    for (const char* fold : {"train", "valid", "test"}) {
        if (const auto error = meanError(report.segments, fold))
            page += fmt::format(
                "<p>Mean absolute error of the sentiment (−3…+3), {} speakers: <b>{:.2f}</b></p>\n", fold,
                *error);
    }
    for (const auto& picture : report.pictures)
        page += fmt::format("<h3>{}</h3><img src=\"{}\" alt=\"{}\">\n", escaped(picture.caption),
                            picture.file, escaped(picture.caption));
    page += "<h2>Segments</h2><table><tr><th>segment</th><th>fold</th><th>start</th><th>end</th><th>label</"
            "th><th>prediction</th></tr>\n";
    for (const DemoSegment& segment : report.segments)
        page += fmt::format(
            "<tr><td>{}</td><td>{}</td><td>{:.2f}</td><td>{:.2f}</td><td>{}</td><td>{:+.2f}</td></tr>\n",
            escaped(segment.id), segment.fold, segment.start, segment.end,
            segment.label ? fmt::format("{:+.1f}", *segment.label) : "–", segment.prediction);
    return page + "</table></html>\n";
}

nlohmann::json json(const DemoReport& report)
{
    nlohmann::json segments = nlohmann::json::array();
    for (const DemoSegment& segment : report.segments)
        segments.push_back({{"id", segment.id},
                            {"fold", segment.fold},
                            {"start", segment.start},
                            {"end", segment.end},
                            {"label", segment.label ? nlohmann::json(*segment.label) : nlohmann::json()},
                            {"prediction", segment.prediction}});
    nlohmann::json sequences = nlohmann::json::array();
    for (const auto& sequence : report.sequences)
        sequences.push_back({{"name", sequence.name},
                             {"word_rows", sequence.wordRows},
                             {"imputed", sequence.imputed},
                             {"segments", sequence.segments}});
    return {{"sequences", sequences}, {"segments", segments}, {"notes", report.notes}};
}

void write(const std::filesystem::path& path, const std::string& text)
{
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file)
        throw IoError("io", path.string(), "cannot be written (is the disk full?)");
}

}

std::optional<double> meanError(const std::vector<DemoSegment>& segments, const std::string& fold)
{
    double sum = 0.0;
    std::size_t count = 0;
    for (const DemoSegment& segment : segments) {
        if (segment.fold != fold || !segment.label)
            continue;
        sum += std::abs(*segment.label - segment.prediction);
        ++count;
    }
    return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

void writeReport(const DemoReport& report, const std::filesystem::path& folder)
{
    write(folder / "report.json", jsonText(json(report), 2) + "\n");
    write(folder / "report.html", html(report));
}

}
