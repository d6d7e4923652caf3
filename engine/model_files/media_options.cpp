#include "engine/model_files/media_options.h"

#include <algorithm>
#include <string>
#include <vector>

namespace engine {

namespace {

constexpr double kPerSecond = 1000.0; // milliseconds

const std::vector<std::string> kFrames{"face", "centre", "whole"}; // in the order of MediaOptions::Frames
const std::vector<std::string> kMels{"log", "power"}; // in that of MediaOptions::Mel

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
    options.written = value.json();
    constexpr double least = 10.0, most = 60'000.0;
    options.every = fields.number("interval_ms", options.every * kPerSecond, least, most) / kPerSecond;
    options.frames = static_cast<MediaOptions::Frames>(placeOfChoice(fields, "frames", kFrames));
    options.mel = static_cast<MediaOptions::Mel>(placeOfChoice(fields, "mel", kMels));
    options.side = static_cast<int>(fields.whole("side", options.side, 16, 512));
    if (const auto patches = fields.find("patches"))
        options.patches = patchesFrom(patches->fields());
    options.areParts = fields.flag("parts", false);
    if (const auto augment = fields.find("augment"))
        options.augment = augmentationFrom(*augment);
    fields.close();
    return options;
}

nlohmann::json toJson(const MediaOptions& options)
{
    if (mediaOptionsFrom({options.written, {"bad_config", "", "media"}}) == options)
        return options.written;
    const auto& augment = options.augment;
    nlohmann::json object{{"interval_ms", options.every * kPerSecond},
                          {"frames", kFrames[static_cast<std::size_t>(options.frames)]},
                          {"mel", kMels[static_cast<std::size_t>(options.mel)]},
                          {"side", options.side},
                          {"augment",
                           {{"flip", augment.flip},
                            {"light", augment.light},
                            {"erase", augment.erase},
                            {"gain", augment.gain},
                            {"noise", augment.noise},
                            {"mask", augment.mask}}}};
    if (options.patches)
        object["patches"] = {{"frames", options.patches->frames},
                             {"bands", options.patches->bands},
                             {"columns", options.patches->columns}};
    if (options.areParts)
        object["parts"] = true;
    return object;
}

}
