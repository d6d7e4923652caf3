#pragma once

#include "engine/annotation/annotation.h"

/// What Annotation::apply() asks of a change, before and after it is done.
namespace engine {

/// @throws Refused when something is not what the change says it was, lies in a locked tier (unless the
/// change ignores that), or is a tier that would go without its segments.
void checkChange(const Annotation& annotation, const Change& change);

/// The first constraint that does not hold near what was changed; empty when all do.
std::string violationNear(const Annotation& annotation, const Change& change);

}
