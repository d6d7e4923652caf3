#pragma once

#include "app/playback/sound_output.h"
#include "app/settings/settings.h"

#include <QObject>

class QMenu;

namespace widgets {
class VolumeControl;

}

namespace app {

class Actions;
class Player;

/// The actions and the menu for the sound: volume, output device and mute, remembered between runs.
class SoundActions : public QObject {
    Q_OBJECT
public:
    SoundActions(Player& player, const Actions& actions, widgets::VolumeControl& volume, QWidget* parent);

    QMenu* deviceMenu() { return m_menu; }

private:
    void apply();
    void fillDevices(const QList<SoundDevice>& devices);

    Player& m_player;
    const Actions& m_actions;
    widgets::VolumeControl& m_volume;
    QMenu* m_menu;
    Settings m_settings;
};

}
