#include "app/opening/opening_feature.h"

#include "app/actions/actions.h"
#include "app/opening/open_actions.h"
#include "app/opening/project_actions.h"
#include "app/picture/stage.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kOpeningCommands[]{
    {"open-files", QT_TRANSLATE_NOOP("app::Actions", "&Open files…"), "Ctrl+O", {"file", 101}, kNeedsNothing, "open-file", false, "", {"", "Ctrl+Shift+O", ""}},
    {"open-folder", QT_TRANSLATE_NOOP("app::Actions", "Open &folder…"), "Ctrl+Shift+O", {"file", 102}, kNeedsNothing, "", false, "", {"", "Ctrl+Alt+O", ""}},
    {"open-demo", QT_TRANSLATE_NOOP("app::Actions", "Open the &demo"), "", {"file/data", 101}, kNeedsNothing},
    {"open-conversation", QT_TRANSLATE_NOOP("app::Actions", "Open the demo’s &conversation"), "", {"file/data", 102}, kNeedsNothing},
    {"fetch-dataset", QT_TRANSLATE_NOOP("app::Actions", "&Fetch a standard dataset…"), "", {"file/data", 103}, kNeedsNothing},
    {"save-copy", QT_TRANSLATE_NOOP("app::Actions", "&Save a copy…"), "Ctrl+Shift+S", {"file/project", 101}, kNeedsEditing},
    {"restore-version", QT_TRANSLATE_NOOP("app::Actions", "&Restore version…"), "", {"file/project", 102}, kNeedsProject | kNeedsSight},
    {"merge-copy", QT_TRANSLATE_NOOP("app::Actions", "&Merge another copy…"), "", {"file/project", 103}, kNeedsEditing | kNeedsSight},
    {"clips-folder", QT_TRANSLATE_NOOP("app::Actions", "&Folder of the clips…"), "", {"file/project", 104}, kNeedsData},
    {"collect-files", QT_TRANSLATE_NOOP("app::Actions", "&Collect files…"), "", {"export", 801}, kNeedsEditing, "", false, QT_TRANSLATE_NOOP("app::Actions", "All files: collected in one folder")},
};
// clang-format on

}

CommandTable openingCommands()
{
    return {"first-steps", kOpeningCommands};
}

OpenActions& addOpening(const Bench& bench)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    auto* project = new ProjectActions(session.document(), session.project(), session.versions(), session.guard(),
                                       session.tasks(), bench.actions, bench.stage.banner(), &window);
    auto* open = new OpenActions({session.document(), session.project(), *project, session.videos(), session.tasks()},
                                 bench.settings, bench.actions, &window);
    QObject::connect(project, &ProjectActions::placeWished, &session.videos(), &VideoOpener::openAt);
    QObject::connect(&window, &MainWindow::openWished, open, &OpenActions::open);
    QObject::connect(open, &OpenActions::opening, &window, &MainWindow::opening);
    window.setWhenClosable([project](const std::function<void()>& then) { project->whenClosable(then); });
    return *open;
}

}
