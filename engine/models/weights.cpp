#include "engine/models/weights.h"

#include "engine/core/error.h"

#include <sstream>
#include <string_view>

namespace engine {

namespace {

std::string shapeText(const torch::Tensor& tensor)
{
    std::ostringstream text;
    text << tensor.sizes();
    return text.str();
}

/// The module's own name for a parameter of the file; empty when it has none.
std::string canonicalName(const std::string& name, const NamedTensors& own)
{
    constexpr std::string_view layerSuffix = "_l0";
    if (own.contains(name))
        return name;
    if (name.ends_with(layerSuffix)) {
        std::string cellName = name.substr(0, name.size() - layerSuffix.size());
        if (own.contains(cellName))
            return cellName;
    }
    return {};
}

}

bool isStepCounter(std::string_view name)
{
    return name.ends_with("num_batches_tracked");
}

NamedTensors stateOf(const torch::nn::Module& module)
{
    NamedTensors state;
    for (const auto& parameter : module.named_parameters())
        state.emplace(parameter.key(), parameter.value());
    for (const auto& buffer : module.named_buffers()) {
        if (!isStepCounter(buffer.key()))
            state.emplace(buffer.key(), buffer.value());
    }
    return state;
}

void loadState(torch::nn::Module& module, const NamedTensors& state, const std::string& source)
{
    const NamedTensors own = stateOf(module);
    NamedTensors incoming;
    for (const auto& [name, tensor] : state) {
        if (isStepCounter(name))
            continue;
        const std::string canonical = canonicalName(name, own);
        if (canonical.empty() || !incoming.emplace(canonical, tensor).second)
            throw FormatError("unexpected_parameter", source,
                              "parameter " + name + " is not one of this model");
        const torch::Tensor& expected = own.at(canonical);
        if (tensor.sizes() != expected.sizes())
            throw FormatError("parameter_shape", source,
                              "parameter " + name + " has the shape " + shapeText(tensor) + ", expected "
                                  + shapeText(expected));
    }
    for (const auto& [name, tensor] : own) {
        if (!incoming.contains(name))
            throw FormatError("missing_parameter", source, "parameter " + name + " is missing");
    }
    const torch::NoGradGuard noGradient;
    for (const auto& [name, tensor] : own)
        tensor.copy_(incoming.at(name));
}

}
