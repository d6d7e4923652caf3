#include "app/cameras/cameras_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kCamerasCommands[]{
    {"next-camera", QT_TRANSLATE_NOOP("app::Actions", "Show the &next camera"), "V", {"play/sound", 202}, kData},
    {"add-camera", QT_TRANSLATE_NOOP("app::Actions", "&Add a camera…"), "", {"play/sound", 203}, kData},
    {"camera-offset", QT_TRANSLATE_NOOP("app::Actions", "&Camera offset…"), "", {"align/offsets", 101}, kData},
};
// clang-format on

}

CommandTable camerasCommands()
{
    return {"exploring", kCamerasCommands};
}

}
