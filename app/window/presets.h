#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace app {

class Actions;

/// An arrangement of the window for one task.
struct Preset {
    const char* name; ///< `explore`, `align`, `review`, `transcribe`, `dataset`, `conversation`, as `--preset` and the
                      ///< settings have it
    const char* action; ///< name of the action that chooses it
    const char* tab; ///< name of the tab in front
    const char* guidePage; ///< about the preset, where the panel in hand has none of its own
    bool showsCoverage; ///< whether ribbons under the features show coverage
    bool showsQueue; ///< whether the review's queue replaces the library
    bool coversDocks; ///< whether a view lies over the docks
    bool needsFullPanel; ///< whether the panels have the full height in narrow windows as well
};

const Preset& presetCalled(const QString& name); ///< `explore` for unknown names
QStringList presetNames();

/// The presets as one switch, for the menu bar.
QWidget* presetSwitch(const Actions& actions, QWidget* parent);

}
