#include "engine/suspects/suspects.h"

#include "engine/core/error.h"
#include "engine/core/text_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

Suspects readSuspects(const json& said)
{
    Suspects suspects;
    suspects.source = said.at("source").get<std::string>();
    suspects.labelName = said.at("label_name").get<std::string>();
    suspects.folds = said.at("folds").get<std::size_t>();
    suspects.seed = said.at("seed").get<std::uint64_t>();
    suspects.seesTime = said.at("sees_time").get<bool>();
    for (const json& member : said.at("members"))
        suspects.members.push_back({member.at("name").get<std::string>(), member.at("r").get<double>()});
    for (const json& rater : said.at("raters"))
        suspects.raters.push_back({rater.at("name").get<std::string>(), rater.at("bias").get<double>(),
                                   rater.at("scale").get<double>(), rater.at("noise").get<double>()});
    for (const json& segment : said.at("segments")) {
        const auto kind = suspectKindFrom(segment.at("kind").get<std::string>());
        if (!kind)
            throw FormatError("bad_message", segment.at("id").get<std::string>(),
                              "is suspected of a kind that there is not");
        suspects.segments.push_back({segment.at("id").get<std::string>(),
                                     segment.at("label").get<double>(),
                                     segment.at("expected").get<double>(),
                                     segment.at("score").get<double>(),
                                     *kind,
                                     segment.at("reason").get<std::string>(),
                                     {segment.value("start", 0.0), segment.value("end", 0.0)}});
    }
    return suspects;
}

}

std::string toLine(const Suspects& suspects)
{
    json members = json::array(), raters = json::array(), segments = json::array();
    for (const Suspects::Member& member : suspects.members)
        members.push_back({{"name", member.name}, {"r", member.correlation}});
    for (const RaterBelief::Rater& rater : suspects.raters)
        raters.push_back(
            {{"name", rater.name}, {"bias", rater.bias}, {"scale", rater.scale}, {"noise", rater.noise}});
    for (std::size_t i = 0; i < suspects.segments.size(); ++i) {
        const Suspect& segment = suspects.segments[i];
        segments.push_back({{"rank", i + 1},
                            {"id", segment.id},
                            {"label", segment.label},
                            {"expected", segment.expected},
                            {"score", segment.score},
                            {"kind", name(segment.kind)},
                            {"reason", segment.reason},
                            {"start", segment.span.start},
                            {"end", segment.span.end}});
    }
    return json{{"source", suspects.source},
                {"label_name", suspects.labelName},
                {"folds", suspects.folds},
                {"seed", suspects.seed},
                {"sees_time", suspects.seesTime},
                {"members", members},
                {"raters", raters},
                {"segments", segments}}
        .dump();
}

Suspects suspectsFrom(const std::string& line, const std::string& source)
{
    try {
        return readSuspects(json::parse(line));
    } catch (const json::exception&) {
        throw FormatError("bad_message", source, "holds no suspects");
    }
}

std::string suspectsTable(const Suspects& suspects)
{
    std::string table = "rank,id,label,expected,score,kind,reason\n";
    for (std::size_t i = 0; i < suspects.segments.size(); ++i) {
        const Suspect& segment = suspects.segments[i];
        table
            += fmt::format("{},{},{:.6g},{:.4f},{:.6f},{},{}\n", i + 1, tableCell(segment.id), segment.label,
                           segment.expected, segment.score, name(segment.kind), tableCell(segment.reason));
    }
    return table;
}

}
