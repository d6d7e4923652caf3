#include "app/playback/sound_feature.h"

#include "app/playback/sound_actions.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/main_window.h"
#include "app/window/menus.h"
#include "widgets/player/volume_control.h"

#include <QMenu>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kSoundCommands[]{
    {"mute", QT_TRANSLATE_NOOP("app::Actions", "&Mute the sound"), "Ctrl+M", {"play/sound", 101}, kNeedsData, "volume", true},
    {"play-sound", QT_TRANSLATE_NOOP("app::Actions", "&Play sound"), "", {"play/sound", 102}, kNeedsData, "", true},
};
// clang-format on

}

CommandTable soundCommands()
{
    return {"exploring", kSoundCommands};
}

void addSound(const Bench& bench)
{
    auto* sound = new SoundActions(bench.session.player(), bench.actions, bench.timeline.volume(), &bench.window);
    bench.menus.add("play/sound", 103, sound->deviceMenu()->menuAction());
}

}
