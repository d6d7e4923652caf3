#pragma once

#include "engine/snapshot/labels_to_learn.h"

#include <QString>

namespace app {

// How a label of the project is called, wherever one is chosen.

/// Whose values they are: `Labels`, `By anna`, `Mean`, `stance (tier)`.
QString labelOwner(const engine::LabelToLearn& label);

/// In one: `sentiment`, `sentiment · By anna`, `stance`, `stance · Attitude`.
QString labelTitle(const engine::LabelToLearn& label);

}
