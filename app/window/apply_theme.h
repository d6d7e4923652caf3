#pragma once

#include "app/settings/settings.h"

namespace app {

/// Sets Fusion style, our palette and our style sheet for the whole program.
void applyTheme(ThemeChoice choice);

}
