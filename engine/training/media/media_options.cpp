#include "engine/training/media/media_options.h"

#include <algorithm>
#include <string>
#include <vector>

namespace engine {

namespace {

/// The place of what is chosen among the choices; 0 when absent.
std::size_t placeOfChoice(JsonFields& fields, const char* name, const std::vector<std::string>& choices)
{
    return static_cast<std::size_t>(std::ranges::find(choices, fields.choice(name, choices))
                                    - choices.begin());
}

MediaOptions::Patches patchesFrom(JsonFields fields)
{
    MediaOptions::Patches patches;
    const auto read = [&](const char* name, std::size_t& size, std::int64_t most) {
        size = static_cast<std::size_t>(fields.whole(name, static_cast<std::int64_t>(size), 1, most));
    };
    read("frames", patches.frames, 1000);
    read("bands", patches.bands, 1024);
    read("columns", patches.columns, 100'000);
    fields.close();
    return patches;
}

MediaOptions::Augmentation augmentationFrom(const JsonValue& value)
{
    if (value.json() == false)
        return {false, false, false, false, false, false};
    MediaOptions::Augmentation augment;
    JsonFields fields = value.fields("false, or an object with fields");
    augment.flip = fields.flag("flip", augment.flip);
    augment.light = fields.flag("light", augment.light);
    augment.erase = fields.flag("erase", augment.erase);
    augment.gain = fields.flag("gain", augment.gain);
    augment.noise = fields.flag("noise", augment.noise);
    augment.mask = fields.flag("mask", augment.mask);
    fields.close();
    return augment;
}

}

MediaOptions mediaOptionsFrom(const JsonValue& value)
{
    JsonFields fields = value.fields();
    MediaOptions options;
    constexpr double perSecond = 1000.0, least = 10.0, most = 60'000.0;
    options.every = fields.number("interval_ms", options.every * perSecond, least, most) / perSecond;
    options.frames
        = static_cast<MediaOptions::Frames>(placeOfChoice(fields, "frames", {"face", "centre", "whole"}));
    options.mel = static_cast<MediaOptions::Mel>(placeOfChoice(fields, "mel", {"log", "power"}));
    options.side = static_cast<int>(fields.whole("side", options.side, 16, 512));
    if (const auto patches = fields.find("patches"))
        options.patches = patchesFrom(patches->fields());
    if (const auto augment = fields.find("augment"))
        options.augment = augmentationFrom(*augment);
    fields.close();
    return options;
}

MediaOptions mediaOptionsFromJson(const nlohmann::json& json)
{
    return mediaOptionsFrom({json, {"bad_config", "", "media"}});
}

}
