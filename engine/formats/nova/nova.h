#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// NOVA's pairs `x.annotation` (what it is) and `x.annotation~` (the data).
const Format& novaFormat();

}
