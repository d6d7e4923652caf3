#include "app/scripting/scripting_feature.h"

#include "app/actions/actions.h"
#include "app/review/review_feature.h"
#include "app/scripting/script_colours.h"
#include "app/scripting/script_recorder.h"
#include "app/scripting/script_state.h"
#include "app/scripting/scripting.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kScriptingCommands[]{
    {"record-script", QT_TRANSLATE_NOOP("app::Actions", "Record a &script"), "", {"help", 201}, kNeedsData | kNeedsSight, "", true},
};
// clang-format on

}

CommandTable scriptingCommands()
{
    return {"command-line", kScriptingCommands};
}

Scripting& addScripting(const Bench& bench, const Reviewing& reviewing, SpaceTab& space)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    const ScriptSources sources{session.document(),
                                session.editor(),
                                session.player(),
                                session.project(),
                                session.videos(),
                                session.tierReader(),
                                bench.actions,
                                bench.timeline,
                                window,
                                [&window](const QStringList& paths) { window.openPaths(paths); },
                                [&window] { return window.isSettled(); }};
    auto* scripting = new Scripting(sources, reviewing.review, &window);
    QObject::connect(&window, &MainWindow::modeShown, &scripting->state(), &ScriptState::setMode);
    new ScriptColours(session.document(), space, scripting->desk(), scripting);
    new ScriptRecorder(sources, *bench.actions.at("record-script"), session.tasks(), scripting);
    return *scripting;
}

}
