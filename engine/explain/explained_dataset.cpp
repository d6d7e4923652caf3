#include "engine/explain/explained_dataset.h"

#include "engine/core/segment_id.h"

namespace engine {

std::string ExplainedSegment::video() const
{
    return entryOfSegment(id);
}

}
