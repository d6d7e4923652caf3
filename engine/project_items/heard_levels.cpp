#include "engine/project_items/heard_levels.h"

#include "engine/core/json_text.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

constexpr const char* kGain = "gain";
constexpr const char* kMuted = "muted";
constexpr const char* kOnly = "only";

std::string heardName(const std::string& conversation)
{
    return "heard:" + conversation;
}

bool switchOf(const nlohmann::json& noted, const char* field)
{
    const auto found = noted.find(field);
    return found != noted.end() && found->is_boolean() && found->get<bool>();
}

HeardLevel levelOf(const nlohmann::json& noted)
{
    HeardLevel level{1.0, switchOf(noted, kMuted), switchOf(noted, kOnly)};
    const auto gain = noted.find(kGain);
    if (gain != noted.end() && gain->is_number() && std::isfinite(gain->get<double>()))
        level.gain = std::clamp(gain->get<double>(), 0.0, 1.0);
    return level;
}

}

Item heardLevelsItem(const std::string& conversation, const HeardLevels& levels)
{
    nlohmann::json noted = nlohmann::json::object();
    for (const auto& [participant, level] : levels)
        noted[participant] = {{kGain, level.gain}, {kMuted, level.isMuted}, {kOnly, level.isSolo}};
    return {kHeardItems, heardName(conversation), jsonText(noted)};
}

std::optional<HeardLevels> heardLevels(const Annotation& annotation, const std::string& conversation)
{
    const Item* item = annotation.item(kHeardItems, heardName(conversation));
    if (!item)
        return std::nullopt;
    HeardLevels levels;
    const nlohmann::json noted = nlohmann::json::parse(item->json, nullptr, /*allow_exceptions=*/false);
    if (noted.is_object()) {
        for (const auto& [participant, level] : noted.items()) {
            if (level.is_object())
                levels[participant] = levelOf(level);
        }
    }
    return levels;
}

}
