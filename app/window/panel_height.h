#pragma once

#include "app/settings/settings.h"

#include <QObject>

class QAction;
class QMainWindow;

namespace app {

class Docks;
struct Preset;

/// Whether the panels at the right take the full height of the window, with the timeline narrower beside
/// them. They do in a window of 1280 pixels or wider, in Review and Transcribe in any, unless a person chose
/// otherwise; the choice is kept for each preset.
class PanelHeight : public QObject {
    Q_OBJECT
public:
    /// @param action  the checkable action by which a person chooses
    PanelHeight(QMainWindow& window, Docks& docks, QAction& action, Settings& settings);

    void setPreset(const Preset& preset);
    /// Arranges the docks, after something else did.
    void apply();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isFull() const;
    bool followsWidth() const;

    QMainWindow& m_window;
    Docks& m_docks;
    QAction& m_action;
    Settings& m_settings;
    const Preset* m_preset;
};

}
