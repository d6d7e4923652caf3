#include "engine/models/staged_model.h"

namespace engine {

void StagedModel::begin(const EachBatch& /*training*/, std::uint64_t /*seed*/) { }

NamedTensors StagedModel::extrasOf(const std::vector<std::string>& /*transcripts*/) const
{
    return {};
}

}
