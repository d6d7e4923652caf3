#include "app/rendering/rendering_feature.h"

#include "app/rendering/rendering.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kRenderingCommands[]{
    {"render-video", QT_TRANSLATE_NOOP("app::Actions", "&Render to video…"), "", {"export", 403}, kNeedsData | kNeedsSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Video: picture and timeline as mp4")},
};
// clang-format on

}

CommandTable renderingCommands()
{
    return {"exploring", kRenderingCommands};
}

Rendering& addRendering(const Bench& bench)
{
    Session& session = bench.session;
    return *new Rendering({session.document(), session.player(), session.prediction(), session.modelsClient(),
                           bench.timeline, session.tasks()},
                          bench.actions, &bench.window);
}

}
