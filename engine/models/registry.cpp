#include "engine/models/registry.h"

#include "engine/core/error.h"
#include "engine/models/lmf.h"

#include <map>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using Create = std::shared_ptr<FusionModel> (*)(const nlohmann::json& config);

template <class Model>
std::shared_ptr<FusionModel> create(const nlohmann::json& config)
{
    return std::make_shared<Model>(Model::Options::fromJson(config));
}

const std::map<std::string, Create>& registry()
{
    static const std::map<std::string, Create> models{
        {"LMF", &create<Lmf>},
    };
    return models;
}

std::string joinedNames()
{
    std::string joined;
    for (const std::string& name : modelNames())
        joined += (joined.empty() ? "" : ", ") + name;
    return joined;
}

}

std::shared_ptr<FusionModel> createModel(const nlohmann::json& config)
{
    const std::string className = config.is_object() ? config.value("class", std::string()) : std::string();
    const auto found = registry().find(className);
    if (found == registry().end())
        throw FormatError("unknown_model", "model class \"" + className + '"',
                          "not in this build yet, which has: " + joinedNames());
    try {
        return found->second(config);
    } catch (const c10::Error& error) {
        throw FormatError("bad_hyper_parameter", "model class " + className,
                          std::string("cannot be built: ") + error.what_without_backtrace());
    }
}

std::vector<std::string> modelNames()
{
    std::vector<std::string> names;
    for (const auto& [name, create] : registry())
        names.push_back(name);
    return names;
}

}
