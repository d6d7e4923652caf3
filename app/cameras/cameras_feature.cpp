#include "app/cameras/cameras_feature.h"

#include "app/cameras/camera_actions.h"
#include "app/cameras/camera_menu.h"
#include "app/cameras/sequence_offset_menu.h"
#include "app/picture/stage.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/main_window.h"
#include "app/window/menus.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kCamerasCommands[]{
    {"next-camera", QT_TRANSLATE_NOOP("app::Actions", "Show the &next camera"), "V", {"play/sound", 202}, kNeedsData},
    {"add-camera", QT_TRANSLATE_NOOP("app::Actions", "&Add a camera…"), "", {"play/sound", 203}, kNeedsData},
    {"camera-offset", QT_TRANSLATE_NOOP("app::Actions", "&Camera offset…"), "", {"align/offsets", 101}, kNeedsData},
};
// clang-format on

}

CommandTable camerasCommands()
{
    return {"exploring", kCamerasCommands};
}

void addCameras(const Bench& bench)
{
    Session& session = bench.session;
    new CameraActions(session.player(), session.cameras(), session.videos(), session.document().notices(),
                      bench.actions, bench.timeline.cameraMenu(), bench.stage.video(), &bench.window);
    auto* offsets = new SequenceOffsetMenu(session.document(), session.editor(), session.player(),
                                           session.videos(), &bench.window);
    bench.menus.add("play/sound", 201, bench.timeline.cameraMenu().menuAction());
    bench.menus.add("align/offsets", 102, offsets->menuAction());
}

}
