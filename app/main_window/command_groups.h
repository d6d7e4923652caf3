#pragma once

#include "widgets/palette/command_palette.h"

class QMenuBar;

namespace app {

class Actions;

/// The commands of the palette, in the groups and the order of the menus; those that no menu has come last.
std::vector<widgets::CommandPalette::Group> commandGroups(const QMenuBar& bar, const Actions& actions);

}
