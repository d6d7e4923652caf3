#include "app/planning/planning_feature.h"

#include "app/planning/planning.h"
#include "app/review/review_feature.h"
#include "app/session/session.h"
#include "app/team/sharing_actions.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kPlanningCommands[]{
    {"plan-study", QT_TRANSLATE_NOOP("app::Actions", "Plan the stu&dy…"), "", {"review", 200}, kNeedsData | kNeedsSight},
};
// clang-format on

}

CommandTable planningCommands()
{
    return {"plan", kPlanningCommands};
}

void addPlanning(const Bench& bench, const Reviewing& reviewing, SharingActions& sharing)
{
    Session& session = bench.session;
    auto* planning
        = new Planning(session.document(), reviewing.sources, session.tasks(), bench.actions, &bench.window);
    QObject::connect(planning, &Planning::sharingWished, &sharing, &SharingActions::showPlan);
}

}
