#pragma once

#include "engine/project_items/review_pass.h"

namespace engine {

/// What a project lacks of the passes that a copy of it knows: items to be noted. Of a pass that both went
/// on with, places of the copy come behind those of the project, and a log that is committed in the copy
/// only is taken, and what could be seen is put together. Empty once they were noted.
std::vector<Item> lackingPasses(const Annotation& project, const Annotation& copy);

}
