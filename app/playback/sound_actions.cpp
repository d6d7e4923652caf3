#include "app/playback/sound_actions.h"

#include "app/actions/actions.h"
#include "app/playback/player.h"
#include "widgets/player/volume_control.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>

namespace app {

SoundActions::SoundActions(Player& player, const Actions& actions, widgets::VolumeControl& volume,
                           QWidget* parent)
    : QObject(parent)
    , m_player(player)
    , m_actions(actions)
    , m_volume(volume)
    , m_menu(new QMenu(tr("Sound &device"), parent))
{
    m_menu->setObjectName(QStringLiteral("soundDevices"));
    m_volume.setVolume(m_settings.volume());
    m_actions.at("play-sound")->setChecked(true);
    connect(&m_volume, &widgets::VolumeControl::volumeEdited, this, [this](double level) {
        m_settings.setVolume(level);
        m_actions.at("mute")->setChecked(false); // who moves the slider wants to hear it
        apply();
    });
    connect(m_actions.at("mute"), &QAction::toggled, this, &SoundActions::apply);
    connect(m_actions.at("play-sound"), &QAction::toggled, this, &SoundActions::apply);
    // The devices are looked for when the menu opens: by the sound's thread, since it can take a while.
    connect(m_menu, &QMenu::aboutToShow, &m_player, &Player::askForSoundDevices);
    connect(&m_player, &Player::soundDevicesFound, this, &SoundActions::fillDevices);
    m_menu->addAction(tr("Looking for sound devices…"))->setEnabled(false);
    if (!m_settings.soundDevice().isEmpty())
        m_player.setSoundDevice(m_settings.soundDevice());
    apply();
}

void SoundActions::apply()
{
    const bool silent = m_actions.at("mute")->isChecked() || !m_actions.at("play-sound")->isChecked();
    m_player.setVolume(silent ? 0.0 : m_volume.volume());
}

void SoundActions::fillDevices(const QList<SoundDevice>& devices)
{
    m_menu->clear();
    delete m_menu->findChild<QActionGroup*>();
    if (devices.isEmpty()) {
        m_menu->addAction(tr("No sound device"))->setEnabled(false);
        return;
    }
    auto* group = new QActionGroup(m_menu);
    const QByteArray chosen = m_settings.soundDevice();
    const bool isThere = std::any_of(devices.begin(), devices.end(),
                                     [&](const SoundDevice& device) { return device.id == chosen; });
    const auto add = [&](const QString& name, const QByteArray& id, bool isChosen) {
        QAction* action = group->addAction(m_menu->addAction(name));
        action->setCheckable(true);
        action->setChecked(isChosen);
        connect(action, &QAction::triggered, this, [this, id] {
            m_settings.setSoundDevice(id);
            m_player.setSoundDevice(id);
        });
    };
    add(tr("As the &system"), {}, !isThere);
    m_menu->addSeparator();
    for (const SoundDevice& device : devices)
        add(device.name, device.id, device.id == chosen);
}

}
