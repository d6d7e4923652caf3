#include "app/timeline/timeline_feature.h"

#include "app/actions/actions.h"
#include "app/session/session.h"
#include "app/timeline/edit_actions.h"
#include "app/timeline/segment_menu.h"
#include "app/timeline/selection_actions.h"
#include "app/timeline/timeline_panel.h"
#include "app/timeline/timeline_picture.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kTimelineCommands[]{
    {"cut", QT_TRANSLATE_NOOP("app::Actions", "Cu&t"), "Ctrl+X", {"edit", 201}, kNeedsData},
    {"copy", QT_TRANSLATE_NOOP("app::Actions", "&Copy"), "Ctrl+C", {"edit", 202}, kNeedsData},
    {"paste", QT_TRANSLATE_NOOP("app::Actions", "&Paste at the playhead"), "Ctrl+V", {"edit", 203}, kNeedsData},
    {"new-segment", QT_TRANSLATE_NOOP("app::Actions", "&New from selection or playhead"), "N", {"edit", 301}, kNeedsData, "", false, "", {"Alt+N", "", ""}},
    {"split", QT_TRANSLATE_NOOP("app::Actions", "&Split at the playhead"), "S", {"edit", 302}, kNeedsData, "", false, "", {"", "Ctrl+Return", "Shift+R"}},
    {"merge-next", QT_TRANSLATE_NOOP("app::Actions", "&Merge with the next"), "Ctrl+J", {"edit", 303}, kNeedsData},
    {"edit-text", QT_TRANSLATE_NOOP("app::Actions", "&Edit the text…"), "F2", {"edit", 304}, kNeedsData},
    {"delete-segment", QT_TRANSLATE_NOOP("app::Actions", "&Delete"), "Del", {"edit", 305}, kNeedsData, "", false, "", {"Alt+D", "Alt+Backspace", ""}},
    {"set-start", QT_TRANSLATE_NOOP("app::Actions", "&Start at the playhead"), "[", {"edit/edges", 101}, kNeedsData, "", false, "", {"", "", "I"}},
    {"set-end", QT_TRANSLATE_NOOP("app::Actions", "&End at the playhead"), "]", {"edit/edges", 102}, kNeedsData, "", false, "", {"", "", "O"}},
    {"choose-edge", QT_TRANSLATE_NOOP("app::Actions", "&Choose start or end"), "B", {"edit/edges", 103}, kNeedsData},
    {"edge-earlier", QT_TRANSLATE_NOOP("app::Actions", "Edge &one frame earlier"), ",", {"edit/edges", 201}, kNeedsData},
    {"edge-later", QT_TRANSLATE_NOOP("app::Actions", "Edge one &frame later"), ".", {"edit/edges", 202}, kNeedsData},
    {"edge-much-earlier", QT_TRANSLATE_NOOP("app::Actions", "Edge &ten frames earlier"), "<; ;", {"edit/edges", 203}, kNeedsData},
    {"edge-much-later", QT_TRANSLATE_NOOP("app::Actions", "Edge ten frames &later"), ">; :", {"edit/edges", 204}, kNeedsData},
    {"move-earlier", QT_TRANSLATE_NOOP("app::Actions", "&Move one frame earlier"), "Ctrl+,", {"edit/edges", 301}, kNeedsData},
    {"move-later", QT_TRANSLATE_NOOP("app::Actions", "Mo&ve one frame later"), "Ctrl+.", {"edit/edges", 302}, kNeedsData},
    {"find-timeline", QT_TRANSLATE_NOOP("app::Actions", "Find on the &timeline"), "Ctrl+Shift+F", {"edit/find", 102}, kNeedsData | kNeedsSight},
    {"find-next", QT_TRANSLATE_NOOP("app::Actions", "Find &next"), "F3", {"edit/find", 103}, kNeedsData | kNeedsSight},
    {"find-previous", QT_TRANSLATE_NOOP("app::Actions", "Find &previous"), "Shift+F3", {"edit/find", 104}, kNeedsData | kNeedsSight},
    {"select-all", QT_TRANSLATE_NOOP("app::Actions", "Select &all of the tier"), "Ctrl+A", {"edit/find", 201}, kNeedsData},
    {"select-none", QT_TRANSLATE_NOOP("app::Actions", "&Select nothing"), "", {"edit/find", 202}, kNeedsData},
    {"tier-above", QT_TRANSLATE_NOOP("app::Actions", "Edit the tier a&bove"), "Up", {"edit/find", 301}, kNeedsData, "", false, "", {"Ctrl+Up", "Alt+Up", ""}},
    {"tier-below", QT_TRANSLATE_NOOP("app::Actions", "Edit the tier belo&w"), "Down", {"edit/find", 302}, kNeedsData, "", false, "", {"Ctrl+Down", "Alt+Down", ""}},
    {"snap", QT_TRANSLATE_NOOP("app::Actions", "&Snap"), "", {"view", 202}, kNeedsData, "snap", true},
    {"timeline-picture", QT_TRANSLATE_NOOP("app::Actions", "&Picture of the timeline…"), "", {"export", 601}, kNeedsData, "", false, QT_TRANSLATE_NOOP("app::Actions", "Timeline: svg, pdf, png")},
};
// clang-format on

/// Elsewhere these keys walk through lists and copy from them.
void keepKeysToTimeline(const Bench& bench)
{
    for (const char* name :
         {"tier-above", "tier-below", "delete-segment", "cut", "copy", "paste", "select-all", "select-none"}) {
        QAction* action = bench.actions.at(name);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        bench.window.removeAction(action);
        bench.timeline.addAction(action);
    }
}

}

CommandTable timelineCommands()
{
    return {"labelling", kTimelineCommands};
}

void addTimeline(const Bench& bench)
{
    Session& session = bench.session;
    TimelinePanel& timeline = bench.timeline;
    keepKeysToTimeline(bench);
    new EditActions(session.document(), session.editor(), session.player(), bench.actions, timeline);
    new SegmentMenu(session.document(), session.player(), bench.actions, timeline);
    new SelectionActions(session.document(), session.editor(), session.player(), bench.actions, timeline.hand());
    QObject::connect(bench.actions.at("timeline-picture"), &QAction::triggered, &timeline, [bench] {
        askForTimelinePicture(&bench.window, bench.timeline.view(), bench.session.tasks(),
                              [&document = bench.session.document()](const QString& text) { document.notices().say(text); });
    });
}

}
