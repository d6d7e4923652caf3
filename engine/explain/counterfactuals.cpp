#include "engine/explain/counterfactuals.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

Modality modalityFrom(const std::string& wanted)
{
    const auto found
        = std::ranges::find_if(allModalities, [&](Modality modality) { return name(modality) == wanted; });
    if (found == allModalities.end())
        throw FormatError("bad_message", "counterfactuals", "names no modality: " + wanted);
    return *found;
}

}

std::string toLine(const Counterfactuals& found)
{
    json line{{"id", found.id},           {"output", found.output},     {"prediction", found.prediction},
              {"neutral", found.neutral}, {"absent", found.absent},     {"space", found.space},
              {"width", found.width},     {"segments", found.segments}, {"nearest", json::array()},
              {"swaps", json::array()}};
    for (const Counterfactuals::Nearest& near : found.nearest)
        line["nearest"].push_back(
            {{"id", near.id}, {"prediction", near.prediction}, {"distance", near.distance}});
    for (const Counterfactuals::Swap& swap : found.swaps)
        line["swaps"].push_back({{"modality", name(swap.modality)},
                                 {"id", swap.id},
                                 {"prediction", swap.prediction},
                                 {"flips", swap.flips},
                                 {"flipping", swap.flipping},
                                 {"tried", swap.tried}});
    if (found.words)
        line["words"] = {{"steps", found.words->steps},
                         {"prediction", found.words->prediction},
                         {"flips", found.words->flips},
                         {"least", found.words->isLeast}};
    return jsonText(line);
}

Counterfactuals counterfactualsFrom(const std::string& line)
{
    try {
        const json said = json::parse(line);
        Counterfactuals found;
        found.id = said.at("id").get<std::string>();
        found.output = said.at("output").get<std::string>();
        found.prediction = said.at("prediction").get<double>();
        found.neutral = said.at("neutral").get<double>();
        found.absent = said.at("absent").get<std::string>();
        found.space = said.at("space").get<std::string>();
        found.width = said.at("width").get<std::size_t>();
        found.segments = said.at("segments").get<std::size_t>();
        for (const json& near : said.at("nearest"))
            found.nearest.push_back({near.at("id").get<std::string>(), near.at("prediction").get<double>(),
                                     near.at("distance").get<double>()});
        for (const json& swap : said.at("swaps"))
            found.swaps.push_back({modalityFrom(swap.at("modality").get<std::string>()),
                                   swap.at("id").get<std::string>(), swap.at("prediction").get<double>(),
                                   swap.at("flips").get<bool>(), swap.at("flipping").get<std::size_t>(),
                                   swap.at("tried").get<std::size_t>()});
        if (said.contains("words")) {
            const json& words = said.at("words");
            found.words = Counterfactuals::Words{
                words.at("steps").get<std::vector<std::size_t>>(), words.at("prediction").get<double>(),
                words.at("flips").get<bool>(), words.at("least").get<bool>()};
        }
        return found;
    } catch (const json::exception&) {
        throw FormatError("bad_message", "polylogue-models", "says no counterfactuals");
    }
}

}
