#include "engine/explain/concepts.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

Concepts read(const json& said)
{
    Concepts concepts;
    concepts.model = said.at("model").get<std::string>();
    concepts.output = said.at("output").get<std::string>();
    concepts.layer = said.at("layer").get<std::string>();
    concepts.width = said.at("width").get<std::size_t>();
    concepts.settings = {said.at("units").get<std::size_t>(), said.at("active").get<std::size_t>(),
                         said.at("passes").get<std::size_t>(), said.at("seed").get<std::uint64_t>()};
    concepts.learntFrom = said.at("learnt_from").get<std::size_t>();
    concepts.explained = said.at("explained").get<double>();
    if (!said.at("explained_elsewhere").is_null())
        concepts.explainedElsewhere = said.at("explained_elsewhere").get<double>();
    concepts.areAdditive = said.at("additive").get<bool>();
    concepts.effects = said.at("effects").get<std::vector<double>>();
    for (const json& segment : said.at("segments")) {
        Concepts::Segment& read = concepts.segments.emplace_back();
        read.id = segment.at("id").get<std::string>();
        read.prediction = segment.at("prediction").get<double>();
        for (const json& active : segment.at("active")) {
            read.active.push_back({active.at(0).get<std::size_t>(), active.at(1).get<double>()});
            if (read.active.back().unit >= concepts.effects.size())
                throw FormatError("bad_message", read.id, "has a unit that there is not");
        }
    }
    return concepts;
}

}

double Concepts::added(const Segment& segment, const std::vector<bool>& muted) const
{
    double sum = 0.0;
    for (const ActiveUnit& active : segment.active) {
        if (muted[active.unit])
            sum += active.strength * effects[active.unit];
    }
    return sum;
}

std::string toLine(const Concepts& concepts)
{
    json segments = json::array();
    for (const Concepts::Segment& segment : concepts.segments) {
        json active = json::array();
        for (const ActiveUnit& unit : segment.active)
            active.push_back({unit.unit, unit.strength});
        segments.push_back({{"id", segment.id}, {"prediction", segment.prediction}, {"active", active}});
    }
    return jsonText(json{
        {"model", concepts.model},
        {"output", concepts.output},
        {"layer", concepts.layer},
        {"width", concepts.width},
        {"units", concepts.settings.units},
        {"active", concepts.settings.active},
        {"passes", concepts.settings.passes},
        {"seed", concepts.settings.seed},
        {"learnt_from", concepts.learntFrom},
        {"explained", concepts.explained},
        {"explained_elsewhere", concepts.explainedElsewhere ? json(*concepts.explainedElsewhere) : json()},
        {"additive", concepts.areAdditive},
        {"effects", concepts.effects},
        {"segments", segments}});
}

Concepts conceptsFrom(const std::string& line, const std::string& source)
{
    try {
        return read(json::parse(line));
    } catch (const json::exception&) {
        throw FormatError("bad_message", source, "holds no concepts of a model");
    }
}

}
