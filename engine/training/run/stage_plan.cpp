#include "engine/training/run/stage_plan.h"

#include "engine/core/error.h"
#include "engine/core/sha256.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

PlannedStage planned(StageSettings settings, const StageMenu& menu, const std::string& className)
{
    const auto found = std::ranges::find(menu.offers, settings.name, &StageOffer::name);
    if (found == menu.offers.end()) {
        std::string known;
        for (const StageOffer& offer : menu.offers)
            known += (known.empty() ? "" : ", ") + offer.name;
        throw FormatError("bad_config", "stages",
                          fmt::format("{} has no stage {}; its stages: {}", className, settings.name, known));
    }
    StageOffer offer = *found;
    if (!settings.learns.empty())
        offer.learns = settings.learns;
    return {std::move(settings), std::move(offer)};
}

}

nlohmann::json PlannedStage::described() const
{
    nlohmann::json object{{"stage", offer.name}, {"training", toJson(settings.training)}};
    if (!offer.learns.empty())
        object["learns"] = offer.learns;
    if (settings.beginWith)
        object["begin_with"] = {{"sha256", hexadecimal(sha256OfFile(settings.beginWith->file))},
                                {"map", settings.beginWith->names}};
    return object;
}

std::vector<PlannedStage> planOf(const TrainConfig& config)
{
    const std::string className = classOf(config.model);
    const StageMenu menu = stageMenu(config.model);
    std::vector<StageSettings> stages = config.stages;
    for (const std::string& name : config.stages.empty() ? menu.usual : std::vector<std::string>()) {
        StageSettings usual;
        usual.name = name;
        usual.training = config.training;
        stages.push_back(std::move(usual));
    }
    std::vector<PlannedStage> plan;
    for (StageSettings& stage : stages)
        plan.push_back(planned(std::move(stage), menu, className));
    return plan;
}

bool needsLabels(const std::vector<PlannedStage>& stages)
{
    return stages.empty()
        || std::ranges::any_of(stages, [](const PlannedStage& stage) { return stage.offer.needsLabels; });
}

void letLearn(FusionModel& model, const std::vector<std::string>& beginnings)
{
    const auto parameters = model.named_parameters();
    for (const std::string& beginning : beginnings) {
        const auto begins = [&](const std::string& name) { return name.starts_with(beginning); };
        if (std::ranges::none_of(parameters.keys(), begins))
            throw FormatError("bad_config", "stages", "learns: no parameter's name begins with " + beginning);
    }
    for (const auto& parameter : parameters) {
        const auto begins
            = [&](const std::string& beginning) { return parameter.key().starts_with(beginning); };
        parameter.value().set_requires_grad(beginnings.empty() || std::ranges::any_of(beginnings, begins));
    }
}

}
