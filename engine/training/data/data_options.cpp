#include "engine/training/data/data_options.h"

#include "engine/training/media/media_options.h"

namespace engine {

using nlohmann::json;

DataOptions dataOptionsFrom(JsonFields& fields)
{
    constexpr std::int64_t most = 10'000;
    DataOptions options;
    options.normalise = fields.choice("normalise", {"z", "max", "none"});
    options.nanIsZero = fields.choice("nan", {"error", "zero"}) == "zero";
    options.window = static_cast<std::size_t>(fields.whole("window", 0, 0, most));
    options.steps = static_cast<std::size_t>(fields.whole("steps", 0, 0, most));
    options.clip = fields.number("clip", options.clip, 0.0);
    if (const auto media = fields.find("media")) {
        mediaOptionsFrom(*media); // what is wrong is said at once
        options.media = media->json();
    }
    if (const auto split = fields.find("split")) {
        split->fields("an object with the lists train, valid, test");
        options.split = split->json();
    }
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

DataOptions dataOptionsOf(const json& card)
{
    if (!card.is_object())
        return {};
    JsonFields fields(card, {"bad_config", "", "input"});
    return dataOptionsFrom(fields);
}

}
