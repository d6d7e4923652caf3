#include "app/faces/faces_feature.h"

#include "app/faces/face_actions.h"
#include "app/picture/picture_actions.h"
#include "app/picture/stage.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kFacesCommands[]{
    {"show-faces", QT_TRANSLATE_NOOP("app::Actions", "&Faces on the picture"), "Shift+B", {"view/picture", 102}, kNeedsData, "", true},
    {"people", QT_TRANSLATE_NOOP("app::Actions", "Who is &seen and heard…"), "Ctrl+B", {"align", 302}, kNeedsData},
};
// clang-format on

}

CommandTable facesCommands()
{
    return {"exploring", kFacesCommands};
}

void addFaces(const Bench& bench, PictureActions& picture)
{
    Session& session = bench.session;
    TimelinePanel& timeline = bench.timeline;
    auto* faces = new FaceActions(
        session.document(), session.editor(), session.player(), session.faces(), bench.actions,
        [&timeline] { return timeline.view().selection(); }, bench.stage.video(), &bench.window);
    QObject::connect(&picture, &PictureActions::faceMenuWished, faces, &FaceActions::openMenu);
    QObject::connect(&timeline.faces(), &FaceLanes::menuWished, faces, &FaceActions::openMenu);
    QObject::connect(&timeline.faces(), &FaceLanes::renameWished, faces, &FaceActions::rename);
}

}
