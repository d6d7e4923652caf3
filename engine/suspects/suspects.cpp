#include "engine/suspects/suspects.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/text_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

json jsonOf(const SuspectGrounds& grounds)
{
    json neighbours = json::array(), kinds = json::array();
    for (const SuspectGrounds::Neighbour& neighbour : grounds.neighbours)
        neighbours.push_back({{"id", neighbour.id}, {"label", neighbour.label}});
    for (const SuspectGrounds::Share& share : grounds.kinds)
        kinds.push_back({{"kind", name(share.kind)}, {"share", share.share}});
    return {{"deviation", grounds.deviation},
            {"said", grounds.said},
            {"neighbours", neighbours},
            {"kinds", kinds},
            {"errors", grounds.errors}};
}

json jsonOf(const WordEdge& edge)
{
    return {{"word", edge.word},
            {"is_end", edge.isEnd},
            {"written", edge.written},
            {"suggested", edge.suggested}};
}

std::optional<WordEdge> edgeIn(const json& segment)
{
    const auto said = segment.find("edge");
    if (said == segment.end())
        return std::nullopt;
    return WordEdge{said->at("word").get<std::string>(), said->at("is_end").get<bool>(),
                    said->at("written").get<double>(), said->at("suggested").get<double>()};
}

SuspectKind kindIn(const json& said, const std::string& id)
{
    const auto kind = suspectKindFrom(said.get<std::string>());
    if (!kind)
        throw FormatError("bad_message", id, "is suspected of a kind that there is not");
    return *kind;
}

SuspectGrounds groundsIn(const json& said, const std::string& id)
{
    SuspectGrounds grounds;
    grounds.deviation = said.at("deviation").get<double>();
    grounds.said = said.at("said").get<std::vector<double>>();
    for (const json& neighbour : said.at("neighbours"))
        grounds.neighbours.push_back(
            {neighbour.at("id").get<std::string>(), neighbour.at("label").get<double>()});
    for (const json& share : said.at("kinds"))
        grounds.kinds.push_back({kindIn(share.at("kind"), id), share.at("share").get<double>()});
    grounds.errors = said.at("errors").get<std::vector<double>>();
    return grounds;
}

json jsonOf(const SelfTest& test)
{
    json kinds = json::array();
    for (const SelfTest::Found& one : test.kinds)
        kinds.push_back({{"kind", name(one.kind)},
                         {"found", shortened(one.found)},
                         {"by_expected", shortened(one.byExpected)},
                         {"by_ridge", shortened(one.byRidge)}});
    return {{"kinds", kinds}, {"order", test.order}, {"errors", shortened(test.errors)}};
}

SelfTest selfTestIn(const json& said)
{
    SelfTest test;
    test.order = said.at("order").get<std::string>();
    test.errors = said.at("errors").get<double>();
    for (const json& one : said.at("kinds"))
        test.kinds.push_back({kindIn(one.at("kind"), "the self-test"), one.at("found").get<double>(),
                              one.at("by_expected").get<double>(), one.at("by_ridge").get<double>()});
    return test;
}

Suspects readSuspects(const json& said)
{
    Suspects suspects;
    suspects.source = said.at("source").get<std::string>();
    suspects.labelName = said.at("label_name").get<std::string>();
    suspects.folds = said.at("folds").get<std::size_t>();
    suspects.seed = said.at("seed").get<std::uint64_t>();
    suspects.seesTime = said.at("sees_time").get<bool>();
    for (const json& member : said.at("members"))
        suspects.members.push_back({member.at("name").get<std::string>(), member.at("r").get<double>(),
                                    member.value("only", std::string())});
    for (const json& rater : said.at("raters"))
        suspects.raters.push_back({rater.at("name").get<std::string>(), rater.at("bias").get<double>(),
                                   rater.at("scale").get<double>(), rater.at("noise").get<double>()});
    if (const auto usual = said.find("usual_errors"); usual != said.end())
        suspects.usual
            = {usual->at("lower").get<std::vector<double>>(), usual->at("median").get<std::vector<double>>(),
               usual->at("upper").get<std::vector<double>>()};
    suspects.classes = said.value("classes", std::vector<std::string>());
    if (const auto majority = said.find("majority"); majority != said.end())
        suspects.majority = majority->get<double>();
    if (const auto test = said.find("self_test"); test != said.end())
        suspects.test = selfTestIn(*test);
    // what was kept by an earlier version tells it of the last member alone
    suspects.reliability
        = said.value("reliability", suspects.members.empty() ? 0.0 : suspects.members.back().correlation);
    for (const json& segment : said.at("segments")) {
        const std::string id = segment.at("id").get<std::string>();
        suspects.segments.push_back(
            {id,
             segment.at("label").get<double>(),
             segment.at("expected").get<double>(),
             segment.at("score").get<double>(),
             kindIn(segment.at("kind"), id),
             segment.at("reason").get<std::string>(),
             {segment.value("start", 0.0), segment.value("end", 0.0)},
             // what was kept by an earlier version has none
             segment.contains("grounds") ? groundsIn(segment.at("grounds"), id) : SuspectGrounds(),
             edgeIn(segment)});
    }
    return suspects;
}

}

std::string toLine(const Suspects& suspects)
{
    json members = json::array(), raters = json::array(), segments = json::array();
    for (const Suspects::Member& member : suspects.members)
        members.push_back({{"name", member.name}, {"r", member.correlation}, {"only", member.only}});
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
                            {"end", segment.span.end},
                            {"grounds", jsonOf(segment.grounds)}});
        if (segment.edge)
            segments.back()["edge"] = jsonOf(*segment.edge);
    }
    json line{{"source", suspects.source},
              {"label_name", suspects.labelName},
              {"folds", suspects.folds},
              {"seed", suspects.seed},
              {"sees_time", suspects.seesTime},
              {"members", members},
              {"raters", raters},
              {"usual_errors",
               {{"lower", suspects.usual.lower},
                {"median", suspects.usual.median},
                {"upper", suspects.usual.upper}}},
              {"reliability", suspects.reliability},
              {"too_weak", suspects.isWeak()},
              {"too_few", suspects.areFew()},
              {"self_test", jsonOf(suspects.test)},
              {"segments", segments}};
    if (!suspects.classes.empty())
        line["classes"] = suspects.classes;
    if (suspects.majority)
        line["majority"] = *suspects.majority;
    return jsonText(line);
}

bool Suspects::isWeak() const
{
    constexpr double leastCorrelation = 0.3, leastGain = 0.1;
    const double r = members.empty() ? reliability : members.back().correlation;
    return r < leastCorrelation || (majority && reliability - *majority < leastGain * (1.0 - *majority));
}

bool Suspects::areFew() const
{
    constexpr std::size_t fewest = 50;
    return segments.size() < fewest;
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
