#include "engine/training/media/media_options.h"

#include "engine/core/error.h"

#include <algorithm>
#include <string>
#include <vector>

namespace engine {

namespace {

[[noreturn]] void refuseMedia(const std::string& field, const nlohmann::json& value, const char* expected)
{
    throw FormatError("bad_config", field, "is " + value.dump() + ", expected " + expected);
}

/// Which of some choices is named; the first when the field is absent.
std::size_t choiceOf(const nlohmann::json& json, const char* name, const std::vector<std::string>& choices)
{
    const nlohmann::json value = json.value(name, nlohmann::json(choices.front()));
    const auto found
        = std::ranges::find_if(choices, [&](const std::string& choice) { return value == choice; });
    std::string listed;
    for (const std::string& choice : choices)
        listed += (listed.empty() ? "" : ", ") + choice;
    if (found == choices.end())
        refuseMedia(std::string("media.") + name, value, ("one of " + listed).c_str());
    return static_cast<std::size_t>(found - choices.begin());
}

double numberBetween(const nlohmann::json& json, const char* name, double low, double high, double whenAbsent)
{
    const nlohmann::json value = json.value(name, nlohmann::json(whenAbsent));
    if (!value.is_number() || value.get<double>() < low || value.get<double>() > high)
        refuseMedia(
            std::string("media.") + name, value,
            ("a number from " + nlohmann::json(low).dump() + " to " + nlohmann::json(high).dump()).c_str());
    return value.get<double>();
}

void requireKnown(const nlohmann::json& json, const std::string& place, const std::vector<std::string>& known)
{
    if (!json.is_object())
        refuseMedia(place, json, "an object with fields");
    std::string listed;
    for (const std::string& name : known)
        listed += (listed.empty() ? "" : ", ") + name;
    for (const auto& [name, value] : json.items()) {
        if (std::ranges::find(known, name) == known.end())
            throw FormatError("bad_config", place + "." + name, "is unknown; expected one of " + listed);
    }
}

MediaOptions::Patches patchesFromJson(const nlohmann::json& json)
{
    requireKnown(json, "media.patches", {"frames", "bands", "columns"});
    MediaOptions::Patches patches;
    const auto size = [&](const char* name, std::size_t whenAbsent, double most) {
        return static_cast<std::size_t>(numberBetween(json, name, 1, most, static_cast<double>(whenAbsent)));
    };
    patches.frames = size("frames", patches.frames, 1000);
    patches.bands = size("bands", patches.bands, 1024);
    patches.columns = size("columns", patches.columns, 100'000);
    return patches;
}

MediaOptions::Augmentation augmentationFromJson(const nlohmann::json& json)
{
    MediaOptions::Augmentation augment;
    if (json.is_boolean() && !json.get<bool>())
        return {false, false, false, false, false, false};
    requireKnown(json, "media.augment", {"flip", "light", "erase", "gain", "noise", "mask"});
    const auto read = [&](const char* name, bool& isOn) {
        const nlohmann::json value = json.value(name, nlohmann::json(isOn));
        if (!value.is_boolean())
            refuseMedia(std::string("media.augment.") + name, value, "true or false");
        isOn = value.get<bool>();
    };
    read("flip", augment.flip);
    read("light", augment.light);
    read("erase", augment.erase);
    read("gain", augment.gain);
    read("noise", augment.noise);
    read("mask", augment.mask);
    return augment;
}

}

MediaOptions mediaOptionsFromJson(const nlohmann::json& json)
{
    requireKnown(json, "media", {"interval_ms", "frames", "mel", "side", "patches", "augment"});
    MediaOptions options;
    constexpr double perSecond = 1000.0, least = 10.0, most = 60'000.0;
    options.every = numberBetween(json, "interval_ms", least, most, options.every * perSecond) / perSecond;
    options.frames = static_cast<MediaOptions::Frames>(choiceOf(json, "frames", {"face", "centre", "whole"}));
    options.mel = static_cast<MediaOptions::Mel>(choiceOf(json, "mel", {"log", "power"}));
    options.side = static_cast<int>(numberBetween(json, "side", 16, 512, options.side));
    if (const auto patches = json.find("patches"); patches != json.end())
        options.patches = patchesFromJson(*patches);
    if (const auto augment = json.find("augment"); augment != json.end())
        options.augment = augmentationFromJson(*augment);
    return options;
}

}
