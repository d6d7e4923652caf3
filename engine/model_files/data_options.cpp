#include "engine/model_files/data_options.h"

namespace engine {

using nlohmann::json;

std::size_t windowOf(bool isUtteranceLevel, const DataOptions& options)
{
    constexpr std::size_t usual = 8;
    return options.window > 0 ? options.window : isUtteranceLevel ? usual : 1;
}

DataOptions dataOptionsFrom(JsonFields& fields)
{
    constexpr std::int64_t most = 10'000;
    DataOptions options;
    options.normalise = fields.choice("normalise", {"z", "max", "none"});
    options.nanIsZero = fields.choice("nan", {"error", "zero"}) == "zero";
    options.window = static_cast<std::size_t>(fields.whole("window", 0, 0, most));
    options.steps = static_cast<std::size_t>(fields.whole("steps", 0, 0, most));
    options.clip = fields.number("clip", options.clip, 0.0);
    if (const auto media = fields.find("media"))
        options.media = mediaOptionsFrom(*media);
    if (const auto split = fields.find("split"))
        options.split = foldListsFrom(*split);
    constexpr std::int64_t leastTurns = 16;
    options.longestTurns = static_cast<std::size_t>(
        fields.whole("longest_turns", static_cast<std::int64_t>(options.longestTurns), leastTurns, most));
    return options;
}

json toJson(const DataOptions& options)
{
    json object{{"normalise", options.normalise},
                {"clip", options.clip},
                {"nan", options.nanIsZero ? "zero" : "error"},
                {"window", options.window},
                {"steps", options.steps}};
    if (options.media)
        object["media"] = toJson(*options.media);
    if (options.split)
        object["split"] = *options.split;
    if (options.longestTurns != DataOptions().longestTurns)
        object["longest_turns"] = options.longestTurns;
    return object;
}

FoldLists foldListsFrom(const JsonValue& value)
{
    value.fields("an object with the lists train, valid, test");
    FoldLists lists;
    for (const auto& [fold, entries] : value.json().items())
        lists[fold] = JsonValue(entries, value.place().of(fold)).texts();
    return lists;
}

}
