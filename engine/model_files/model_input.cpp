#include "engine/model_files/model_input.h"

namespace engine {

ModelInput modelInputFrom(JsonFields fields)
{
    ModelInput input;
    input.options = dataOptionsFrom(fields);
    input.isUnaligned = fields.flag("unaligned", false);
    if (const auto threshold = fields.find("presence_threshold"))
        input.presenceThreshold = threshold->number();
    if (const auto thresholds = fields.find("thresholds")) {
        thresholds->fields("an object with a number for each label");
        for (const auto& [label, number] : thresholds->json().items())
            input.thresholds[label] = JsonValue(number, thresholds->place().of(label)).number();
    }
    return input;
}

nlohmann::json toJson(const ModelInput& input)
{
    nlohmann::json object = toJson(input.options);
    if (input.isUnaligned)
        object["unaligned"] = true;
    if (input.presenceThreshold)
        object["presence_threshold"] = *input.presenceThreshold;
    if (!input.thresholds.empty())
        object["thresholds"] = input.thresholds;
    return object;
}

}
