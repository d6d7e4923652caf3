#include "engine/models/networks/network_registry.h"

#include "engine/model_files/model_card.h"
#include "engine/models/networks/av_transformer.h"
#include "engine/models/networks/e2e.h"
#include "engine/models/networks/ready.h"
#include "engine/models/networks/vat.h"

namespace engine {

namespace {

/// Whether it looks at one clip of picture and sound.
bool isOfClips(const nlohmann::json& config)
{
    const std::string name = classOf(config);
    return name == "VAT" || name == "AVTransformer";
}

}

std::shared_ptr<FusionModel> createNetwork(const nlohmann::json& config)
{
    const std::string name = classOf(config);
    if (name == "E2E")
        return std::make_shared<E2e>(E2eOptions::fromJson(config));
    if (name == "VAT")
        return std::make_shared<Vat>(VatOptions::fromJson(config));
    if (name == "AVTransformer")
        return std::make_shared<AvTransformer>(AvTransformerOptions::fromJson(config));
    if (name == "Ready")
        return std::make_shared<Ready>(Installation::ofThisProgram());
    return nullptr;
}

void settleNetwork(nlohmann::json& config, const TrainingFacts& facts)
{
    if (config.at("class") == "E2E")
        E2eOptions::settle(config, facts);
    else if (isOfClips(config))
        VatOptions::settle(config, facts);
}

bool seesRawClips(const nlohmann::json& config)
{
    return isOfClips(config) && config.value("input", nlohmann::json()) == "raw";
}

bool isNetworkStaged(const std::string& name)
{
    return name != "AVTransformer" && !networkDefaults(name).is_null();
}

std::vector<std::string> networkNames()
{
    return {"AVTransformer", "FV2ES", "MME2E", "VAT"};
}

nlohmann::json networkDefaults(const std::string& name)
{
    if (name == "FV2ES")
        return E2eOptions::fv2es();
    if (name == "MME2E" || name == "E2E")
        return E2eOptions::mme2e();
    if (name == "AVTransformer")
        return AvTransformerOptions::defaults();
    return name == "VAT" ? VatOptions::defaults() : nlohmann::json();
}

}
