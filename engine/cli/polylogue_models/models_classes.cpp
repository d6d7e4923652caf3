#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/core/json_text.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/networks/network_registry.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

/// What a class is trained with by default, and which data it takes.
nlohmann::json described(const std::string& name, const std::string& takes)
{
    const nlohmann::json defaults = modelDefaults(name);
    return {{"name", name},
            {"model", defaults.at("model")},
            {"training", defaults.at("training")},
            {"takes", takes}};
}

void printClasses(bool json)
{
    const std::vector<std::string> unaligned = unalignedModelNames();
    nlohmann::json classes = nlohmann::json::array();
    for (const std::string& name : modelNames())
        classes.push_back(
            described(name, std::ranges::find(unaligned, name) != unaligned.end() ? "unaligned" : "aligned"));
    for (const std::string& name : conversationModelNames())
        classes.push_back(described(name, "conversations"));
    for (const std::string& name : networkNames())
        classes.push_back(described(name, "recordings"));
    if (json) {
        fmt::print("{}\n", jsonText(classes));
        return;
    }
    for (const nlohmann::json& each : classes)
        fmt::print("{:<16} {:<12} {} {}\n", each.at("name").get<std::string>(),
                   each.at("takes").get<std::string>(), jsonText(each.at("model")),
                   jsonText(each.at("training")));
}

}

void addClassesCommand(CLI::App& program)
{
    auto json = std::make_shared<bool>(false);
    CLI::App* const command = program.add_subcommand(
        "classes", "List the models that can be trained, with their sizes and settings by default.");
    command->add_flag("--json", *json, "Print them as a line of JSON");
    command->callback([json] { printClasses(*json); });
}

}
