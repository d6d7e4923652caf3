#include "app/scripting/scripting_feature.h"

#include "app/review/review_feature.h"
#include "app/scripting/script_state.h"
#include "app/scripting/scripting.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

namespace app {

Scripting& addScripting(const Bench& bench, const Reviewing& reviewing)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    auto* scripting
        = new Scripting({session.document(), session.editor(), session.player(), session.project(),
                         session.videos(), session.tierReader(), bench.actions, bench.timeline, window,
                         [&window](const QStringList& paths) { window.openPaths(paths); },
                         [&window] { return window.isSettled(); }},
                        reviewing.review, &window);
    QObject::connect(&window, &MainWindow::modeShown, &scripting->state(), &ScriptState::setMode);
    return *scripting;
}

}
