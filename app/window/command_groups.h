#pragma once

#include "widgets/palette/command_palette.h"

class QMainWindow;
class QMenuBar;

namespace app {

class Actions;
class Settings;

/// The commands of the palette, in the groups and the order of the menus; those that no menu has come last.
std::vector<widgets::CommandPalette::Group> commandGroups(const QMenuBar& bar, const Actions& actions);

/// Opens the palette over the window; what is run in it is remembered.
void openPalette(QMainWindow& window, const Actions& actions, Settings& settings);

}
