#include "app/completion/completion_feature.h"

#include "app/completion/completion_actions.h"
#include "app/review/review.h"
#include "app/review/review_feature.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kCompletionCommands[]{
    {"complete-tier", QT_TRANSLATE_NOOP("app::Actions", "C&omplete this tier…"), "Ctrl+Shift+K", {"label", 302}, kNeedsData},
};
// clang-format on

}

CommandTable completionCommands()
{
    return {"labelling", kCompletionCommands};
}

void addCompletion(const Bench& bench, const Reviewing& reviewing)
{
    Session& session = bench.session;
    new CompletionActions({session.document(), session.editor(), session.videos(), session.tierReader(), session.player(),
                           reviewing.review, session.tasks(), bench.timeline.hand(), bench.timeline.drafts()},
                          bench.actions, &bench.window);
}

}
