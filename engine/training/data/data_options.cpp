#include "engine/training/data/data_options.h"

#include "engine/core/error.h"
#include "engine/training/media/media_options.h"

namespace engine {

namespace {

using nlohmann::json;

json take(json& object, const char* name)
{
    const auto found = object.find(name);
    if (found == object.end())
        return nullptr;
    json value = *found;
    object.erase(found);
    return value;
}

[[noreturn]] void refuse(const std::string& name, const json& value, const std::string& expected)
{
    throw FormatError("bad_config", name, "is " + value.dump() + ", expected " + expected);
}

std::size_t count(const std::string& name, const json& value)
{
    constexpr std::int64_t most = 10'000;
    if (value.is_null())
        return 0;
    if (!value.is_number_integer() || value.get<std::int64_t>() < 0 || value.get<std::int64_t>() > most)
        refuse(name, value, "a whole number from 0 to " + std::to_string(most));
    return value.get<std::size_t>();
}

std::string choiceOrFirst(const std::string& name, const json& value,
                          std::initializer_list<const char*> choices)
{
    std::string listed;
    for (const char* const allowed : choices) {
        if (value == allowed)
            return allowed;
        listed += (listed.empty() ? "" : ", ") + std::string(allowed);
    }
    return value.is_null() ? *choices.begin() : (refuse(name, value, "one of " + listed), std::string());
}

}

DataOptions takeDataOptions(json& object)
{
    DataOptions options;
    options.normalise = choiceOrFirst("normalise", take(object, "normalise"), {"z", "max", "none"});
    options.nanIsZero = choiceOrFirst("nan", take(object, "nan"), {"error", "zero"}) == "zero";
    options.window = count("window", take(object, "window"));
    options.steps = count("steps", take(object, "steps"));
    if (const json clip = take(object, "clip"); !clip.is_null()) {
        if (!clip.is_number() || clip.get<double>() < 0.0)
            refuse("clip", clip, "a number from 0");
        options.clip = clip.get<double>();
    }
    options.media = take(object, "media");
    if (!options.media.is_null())
        mediaOptionsFromJson(options.media); // what is wrong is said at once
    options.split = take(object, "split");
    if (!options.split.is_null() && !options.split.is_object())
        refuse("split", options.split, "an object with the lists train, valid, test");
    return options;
}

json toJson(const DataOptions& options)
{
    json object{{"normalise", options.normalise},
                {"clip", options.clip},
                {"nan", options.nanIsZero ? "zero" : "error"},
                {"window", options.window},
                {"steps", options.steps}};
    if (!options.media.is_null())
        object["media"] = options.media;
    if (!options.split.is_null())
        object["split"] = options.split;
    return object;
}

DataOptions dataOptionsOf(json card)
{
    return card.is_object() ? takeDataOptions(card) : DataOptions();
}

}
