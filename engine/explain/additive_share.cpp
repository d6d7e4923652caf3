#include "engine/explain/additive_share.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace engine {

double AdditiveShare::rSquared() const
{
    double mean = 0.0;
    for (const Segment& segment : segments)
        mean += segment.prediction / static_cast<double>(segments.size());
    double rest = 0.0, all = 0.0;
    for (const Segment& segment : segments) {
        rest += std::pow(segment.prediction - segment.additive, 2);
        all += std::pow(segment.prediction - mean, 2);
    }
    return all > 0 ? 1 - rest / all : std::nan("");
}

double AdditiveShare::meanRest() const
{
    double sum = 0.0;
    for (const Segment& segment : segments)
        sum += std::abs(segment.prediction - segment.additive);
    return segments.empty() ? 0.0 : sum / static_cast<double>(segments.size());
}

std::string toLine(const AdditiveShare& share)
{
    nlohmann::json segments = nlohmann::json::array();
    for (const AdditiveShare::Segment& segment : share.segments)
        segments.push_back(
            {{"id", segment.id}, {"prediction", segment.prediction}, {"additive", segment.additive}});
    const double rSquared = share.rSquared();
    return jsonText(
        nlohmann::json{{"model", share.model},
                       {"output", share.output},
                       {"seed", share.seed},
                       {"available", share.available},
                       {"r2", std::isfinite(rSquared) ? nlohmann::json(rSquared) : nlohmann::json()},
                       {"mean_rest", share.meanRest()},
                       {"segments", segments}});
}

AdditiveShare additiveShareFrom(const std::string& line, const std::string& source)
{
    try {
        const nlohmann::json said = nlohmann::json::parse(line);
        AdditiveShare share;
        share.model = said.at("model").get<std::string>();
        share.output = said.at("output").get<std::string>();
        share.seed = said.at("seed").get<std::uint64_t>();
        share.available = said.at("available").get<std::size_t>();
        for (const nlohmann::json& segment : said.at("segments"))
            share.segments.push_back({segment.at("id").get<std::string>(),
                                      segment.at("prediction").get<double>(),
                                      segment.at("additive").get<double>()});
        return share;
    } catch (const nlohmann::json::exception& error) {
        throw FormatError("bad_message", source, error.what());
    }
}

}
