#include "app/window/editing_actions.h"

#include "app/actions/actions.h"
#include "app/session/session.h"
#include "app/tiers/fusion_actions.h"
#include "app/tiers/segment_maker.h"
#include "app/tiers/tier_actions.h"
#include "app/timeline/edit_actions.h"
#include "app/timeline/segment_menu.h"
#include "app/timeline/selection_actions.h"
#include "app/timeline/timeline_panel.h"
#include "app/transcript/doubt_actions.h"
#include "app/transcript/realign_actions.h"
#include "app/transcript/transcript_actions.h"
#include "app/transcript/transcript_tab.h"
#include "app/window/side_panels.h"

#include <QAction>

namespace app {

EditingActions::EditingActions(Session& session, const Actions& actions, TimelinePanel& timeline,
                               SidePanels& panels, QWidget* window)
    : QObject(window)
{
    keepKeysToTimeline(actions, timeline, *window);
    Document& document = session.document();
    Editor& editor = session.editor();
    Player& player = session.player();
    TranscriptTab& transcript = panels.transcript();
    new EditActions(document, editor, player, actions, timeline);
    new SegmentMenu(document, player, actions, timeline);
    new SelectionActions(document, editor, player, actions, timeline.hand());
    new TranscriptActions(document, editor, player, actions, timeline, transcript);
    new RealignActions(document, editor, player, session.tasks(), session.programs(), actions, timeline,
                       transcript);
    new DoubtActions(document, editor, player, actions, timeline, transcript);
    connect(&session.videos(), &VideoOpener::opening, &transcript, &TranscriptTab::takeDraft);
    new TierActions(document, editor, session.tierReader(), actions, timeline.hand(), window);
    new FusionActions(document, editor, session.tasks(), actions, window);
    new SegmentMaker(document, editor, session.tierReader(), session.tasks(), actions, window);
}

/// Elsewhere these keys walk through lists and copy from them.
void EditingActions::keepKeysToTimeline(const Actions& actions, TimelinePanel& timeline, QWidget& window)
{
    for (const char* name : {"tier-above", "tier-below", "delete-segment", "cut", "copy", "paste",
                             "select-all", "select-none"}) {
        QAction* action = actions.at(name);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        window.removeAction(action);
        timeline.addAction(action);
    }
}

}
