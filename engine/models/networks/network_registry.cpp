#include "engine/models/networks/network_registry.h"

#include "engine/models/networks/e2e.h"
#include "engine/models/networks/vat.h"

namespace engine {

std::shared_ptr<FusionModel> createNetwork(const nlohmann::json& config)
{
    const std::string name = config.value("class", "");
    if (name == "E2E")
        return std::make_shared<E2e>(E2eOptions::fromJson(config));
    if (name == "VAT")
        return std::make_shared<Vat>(VatOptions::fromJson(config));
    return nullptr;
}

void settleNetwork(nlohmann::json& config, const TrainingFacts& facts)
{
    if (config.at("class") == "VAT" && config.value("input", "features") == "features"
        && !config.contains("max_len"))
        config["max_len"] = facts.steps;
}

std::vector<std::string> networkNames()
{
    return {"FV2ES", "MME2E", "VAT"};
}

nlohmann::json networkDefaults(const std::string& name)
{
    if (name == "FV2ES")
        return E2eOptions::fv2es();
    if (name == "MME2E" || name == "E2E")
        return E2eOptions::mme2e();
    return name == "VAT" ? VatOptions::defaults() : nlohmann::json();
}

}
