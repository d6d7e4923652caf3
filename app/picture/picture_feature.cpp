#include "app/picture/picture_feature.h"

#include "app/picture/picture_actions.h"
#include "app/picture/stage.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kPictureCommands[]{
    {"subtitles", QT_TRANSLATE_NOOP("app::Actions", "&Subtitles"), "Ctrl+U", {"view/picture", 101}, kNeedsData, "", true},
    {"show-picture", QT_TRANSLATE_NOOP("app::Actions", "S&how the picture"), "", {"view/picture", 103}, kNeedsData, "", true},
    {"full-screen", QT_TRANSLATE_NOOP("app::Actions", "Picture on the &whole screen"), "F11", {"view/picture", 104}, kNeedsNothing},
    {"picture-window", QT_TRANSLATE_NOOP("app::Actions", "Picture in a window of its &own"), "", {"view/picture", 105}, kNeedsData, "", true},
    {"save-frame", QT_TRANSLATE_NOOP("app::Actions", "Save &frame…"), "Ctrl+Shift+P", {"export", 501}, kNeedsData, "", false, QT_TRANSLATE_NOOP("app::Actions", "Picture: this frame as png")},
};
// clang-format on

}

CommandTable pictureCommands()
{
    return {"exploring", kPictureCommands};
}

PictureActions& addPicture(const Bench& bench)
{
    Session& session = bench.session;
    return *new PictureActions(session.document(), session.player(), session.tasks(), bench.actions, bench.stage.video(),
                               &bench.window);
}

}
