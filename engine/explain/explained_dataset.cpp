#include "engine/explain/explained_dataset.h"

namespace engine {

std::string ExplainedSegment::video() const
{
    return id.substr(0, id.rfind('['));
}

}
