#include "engine/training/data/unaligned.h"

#include "engine/core/error.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

void requireTakes(const FusionModel& model, const ModelCard& card, const FeatureData& data)
{
    if (data.isAligned() || model.takesUnaligned())
        return;
    throw FormatError("unaligned", data.source,
                      fmt::format("its modalities are not aligned (each has steps of its own), but {} takes "
                                  "aligned ones only; models that take unaligned ones: {}",
                                  card.architecture.value("class", card.name),
                                  fmt::join(unalignedModelNames(), ", ")));
}

}
