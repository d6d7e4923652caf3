#include "engine/cli/polylogue_cli/recorded_cases.h"
#include "engine/features/sound/voice_change.h"
#include "engine/splits/group_splits.h"

namespace engine::cli {

namespace {

/// A name that may be null or absent.
std::string optionalName(const nlohmann::json& from, const char* key)
{
    return from.contains(key) && from[key].is_string() ? from[key].get<std::string>() : std::string();
}

nlohmann::json splitsCase(const nlohmann::json& recorded)
{
    std::vector<SplitVideo> videos;
    for (const nlohmann::json& video : recorded.at("videos"))
        videos.push_back({video.at("id"), video.at("seconds"),
                          video.value("speakers", std::vector<std::string>()),
                          optionalName(video, "conversation"), optionalName(video, "source")});
    std::vector<SplitShare> wished;
    for (const std::string name : recorded.at("order_of_shares"))
        wished.push_back({name, recorded.at("shares").at(name)});
    const GroupSplits splits = groupSplits(videos, wished);
    nlohmann::json result{{"videos", nlohmann::json::object()},
                          {"seconds", nlohmann::json::object()},
                          {"group_too_large", splits.tooLarge},
                          {"largest_deviation", splits.largestDeviation}};
    for (const auto& [id, place] : splits.videos)
        result["videos"][id] = {{"split", place.split}, {"group", place.group}};
    for (const SplitShare& split : splits.splits)
        result["seconds"][split.name] = split.seconds;
    return result;
}

nlohmann::json voiceCase(const nlohmann::json& recorded)
{
    return sound::changedVoice(recorded.at("input").get<std::vector<float>>(), recorded.at("coefficient"));
}

}

CaseResult publishingCase(const nlohmann::json& recorded)
{
    const std::string what = recorded.value("what", "");
    if (what == "splits")
        return splitsCase(recorded);
    if (what == "voice")
        return voiceCase(recorded);
    return std::nullopt;
}

}
