#include "app/playback/sound_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kSoundCommands[]{
    {"mute", QT_TRANSLATE_NOOP("app::Actions", "&Mute the sound"), "Ctrl+M", {"play/sound", 101}, kData, "volume", true},
    {"play-sound", QT_TRANSLATE_NOOP("app::Actions", "&Play sound"), "", {"play/sound", 102}, kData, "", true},
};
// clang-format on

}

CommandTable soundCommands()
{
    return {"exploring", kSoundCommands};
}

}
