#include "engine/training/media/media_options.h"

#include "engine/core/error.h"

namespace engine {

namespace {

[[noreturn]] void refuseMedia(const std::string& field, const nlohmann::json& value, const char* expected)
{
    throw FormatError("bad_config", field, "is " + value.dump() + ", expected " + expected);
}

/// Whether the second of two choices is named; the first when the field is absent.
bool isSecond(const nlohmann::json& json, const char* name, const char* first, const char* second)
{
    const nlohmann::json value = json.value(name, nlohmann::json(first));
    if (value != first && value != second)
        refuseMedia(std::string("media.") + name, value, (std::string(first) + " or " + second).c_str());
    return value == second;
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

}

MediaOptions mediaOptionsFromJson(const nlohmann::json& json)
{
    if (!json.is_object())
        refuseMedia("media", json, "an object with fields");
    for (const auto& [name, value] : json.items()) {
        if (name != "interval_ms" && name != "frames" && name != "mel" && name != "side")
            throw FormatError("bad_config", "media." + name,
                              "is unknown; expected interval_ms, frames, mel or side");
    }
    MediaOptions options;
    constexpr double perSecond = 1000.0, least = 10.0, most = 60'000.0;
    options.every = numberBetween(json, "interval_ms", least, most, options.every * perSecond) / perSecond;
    options.frames = isSecond(json, "frames", "face", "centre") ? MediaOptions::Frames::Centre
                                                                : MediaOptions::Frames::Face;
    options.mel = isSecond(json, "mel", "log", "power") ? MediaOptions::Mel::Power : MediaOptions::Mel::Log;
    options.side = static_cast<int>(numberBetween(json, "side", 16, 512, options.side));
    return options;
}

}
