#pragma once

#include "engine/annotation/formats/format.h"

namespace engine {

/// NOVA's pairs `x.annotation` (what it is) and `x.annotation~` (the data).
const Format& novaFormat();

}
