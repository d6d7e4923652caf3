#include "engine/model_files/model_card_file.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/model_files/safetensors.h"

namespace engine {

namespace {

constexpr const char* cardKey = "polylogue_model_card";

}

ModelCard cardOf(const std::map<std::string, std::string>& metadata, const std::string& source)
{
    const auto text = metadata.find(cardKey);
    if (text == metadata.end())
        throw FormatError("bad_model_card", source, "has no model card, so it was not written by Polylogue");
    try {
        return modelCardFromJson(nlohmann::json::parse(text->second), source);
    } catch (const nlohmann::json::parse_error& error) {
        const std::size_t size = text->second.size();
        throw FormatError("bad_model_card", source,
                          "the model card is no JSON: it is "
                              + (error.byte > size ? "cut off after byte " + std::to_string(size)
                                                   : "damaged at byte " + std::to_string(error.byte) + " of "
                                         + std::to_string(size)));
    } catch (const nlohmann::json::exception&) {
        throw FormatError("bad_model_card", source, "the model card has a number that is too large");
    }
}

std::map<std::string, std::string> metadataOf(const ModelCard& card)
{
    return {{cardKey, jsonText(toJson(card))}};
}

ModelCard readModelCard(const std::filesystem::path& path)
{
    return cardOf(readSafetensorsMetadata(path), path.string());
}

}
