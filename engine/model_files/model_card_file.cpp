#include "engine/model_files/model_card_file.h"

#include "engine/core/error.h"
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
    const nlohmann::json json = nlohmann::json::parse(text->second, nullptr, /*allow_exceptions=*/false);
    return modelCardFromJson(json, source);
}

std::map<std::string, std::string> metadataOf(const ModelCard& card)
{
    return {{cardKey, toJson(card).dump()}};
}

ModelCard readModelCard(const std::filesystem::path& path)
{
    return cardOf(readSafetensorsMetadata(path), path.string());
}

}
