#include "engine/suspects/learning_step.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <nlohmann/json.hpp>

namespace engine {

using nlohmann::json;

bool LearningStep::isEnough() const
{
    constexpr double hardlyAnything = 0.01;
    return outlook && outlook->mostGain < hardlyAnything;
}

std::string toLine(const LearningStep& step)
{
    json next = json::array(), curve = json::array();
    for (const LearningStep::Next& one : step.next)
        next.push_back(
            {{"id", one.id}, {"start", one.span.start}, {"end", one.span.end}, {"expected", one.expected}});
    for (const LearningStep::Point& point : step.curve)
        curve.push_back({{"labels", point.labels}, {"r", point.correlation}});
    json line{{"next", next}, {"curve", curve}, {"error", step.error}, {"enough", step.isEnough()}};
    if (step.outlook)
        line["outlook"] = {{"more", step.outlook->more},
                           {"r", step.outlook->correlation},
                           {"low", step.outlook->low},
                           {"high", step.outlook->high},
                           {"most_gain", step.outlook->mostGain}};
    if (step.orderGain)
        line["order_gain"]
            = {{"mean", step.orderGain->mean}, {"low", step.orderGain->low}, {"high", step.orderGain->high}};
    return jsonText(line);
}

LearningStep learningStepFrom(const std::string& line, const std::string& source)
{
    try {
        const json said = json::parse(line);
        LearningStep step;
        for (const json& one : said.at("next"))
            step.next.push_back({one.at("id").get<std::string>(),
                                 {one.at("start").get<double>(), one.at("end").get<double>()},
                                 one.at("expected").get<double>()});
        for (const json& point : said.at("curve"))
            step.curve.push_back({point.at("labels").get<std::size_t>(), point.at("r").get<double>()});
        step.error = said.at("error").get<double>();
        if (const auto outlook = said.find("outlook"); outlook != said.end())
            step.outlook = {outlook->at("more").get<std::size_t>(), outlook->at("r").get<double>(),
                            outlook->at("low").get<double>(), outlook->at("high").get<double>(),
                            outlook->at("most_gain").get<double>()};
        if (const auto gain = said.find("order_gain"); gain != said.end())
            step.orderGain = {gain->at("mean").get<double>(), gain->at("low").get<double>(),
                              gain->at("high").get<double>()};
        return step;
    } catch (const json::exception&) {
        throw FormatError("bad_message", source, "holds no step of learning");
    }
}

}
