#include "app/live/live_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kLiveCommands[]{
    {"live", QT_TRANSLATE_NOOP("app::Actions", "Li&ve…"), "Ctrl+Shift+L", {"play", 402}, kNothing},
};
// clang-format on

}

CommandTable liveCommands()
{
    return {"live", kLiveCommands};
}

}
