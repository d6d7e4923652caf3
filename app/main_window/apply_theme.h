#pragma once

#include "app/settings/settings.h"

namespace app {

/// Fusion style, our palette and style sheet, for the whole program.
void applyTheme(ThemeChoice choice);

}
