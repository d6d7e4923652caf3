#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace app {

class Actions;

/// What the window is arranged for.
struct Preset {
    const char* name; ///< `explore`, `align`, `review`, as `--preset` and the settings have it
    const char* action; ///< that chooses it
    const char* tab; ///< in front
    bool showsCoverage; ///< ribbons under the features
    bool showsQueue; ///< the review's, in the place of the library
};

const Preset& presetCalled(const QString& name); ///< `explore` for names that are not known
QStringList presetNames();

/// The presets as one switch, for the menu bar.
QWidget* presetSwitch(const Actions& actions, QWidget* parent);

}
