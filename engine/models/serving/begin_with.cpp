#include "engine/models/serving/begin_with.h"

#include "engine/core/error.h"
#include "engine/models/fusion_model.h"
#include "engine/models/serving/model_file.h"
#include "engine/models/tensor_conversion.h"
#include "engine/models/weights.h"

namespace engine {

void beginWith(FusionModel& model, const BeginWith& weights)
{
    const std::string source = weights.file.string();
    const NamedTensors given = toTorch(readWeights(weights.file));
    if (weights.names.empty()) {
        loadState(model, given, source);
        return;
    }
    NamedTensors state = stateOf(model);
    for (const auto& [theirs, ours] : weights.names) {
        bool isFound = false;
        for (const auto& [name, tensor] : given) {
            if (!name.starts_with(theirs))
                continue;
            const auto own = state.find(ours + name.substr(theirs.size()));
            if (own == state.end())
                throw FormatError("begin_with", source,
                                  "tensor " + name + " would be " + ours + name.substr(theirs.size())
                                      + ", which the model does not have");
            own->second = tensor;
            isFound = true;
        }
        if (!isFound)
            throw FormatError("begin_with", source, "has no tensor whose name begins with " + theirs);
    }
    loadState(model, state, source);
}

}
