#pragma once

#include "engine/annotation/formats/format.h"

namespace engine {

/// Label Studio's exports of tasks (JSON, and its minimal form).
const Format& labelStudioFormat();

}
