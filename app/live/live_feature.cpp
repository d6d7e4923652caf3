#include "app/live/live_feature.h"

#include "app/extraction/extraction_actions.h"
#include "app/live/live_room.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kLiveCommands[]{
    {"live", QT_TRANSLATE_NOOP("app::Actions", "Li&ve…"), "Ctrl+Shift+L", {"play", 402}, kNeedsNothing},
};
// clang-format on

}

CommandTable liveCommands()
{
    return {"live", kLiveCommands};
}

void addLive(const Bench& bench, ExtractionActions& extraction)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    auto* live = new LiveRoom({session.document(), session.player(), session.tasks(), bench.settings, session.programs()},
                              bench.actions, window);
    QObject::connect(live, &LiveRoom::openWished, &window, &MainWindow::openPaths);
    QObject::connect(live, &LiveRoom::videoWished, &extraction, &ExtractionActions::addRecording);
    QObject::connect(live, &LiveRoom::shown, &window, [&window](bool isShown) { window.showModes(!isShown); });
}

}
