#include "app/routing/routing_feature.h"

#include "app/routing/routing.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kRoutingCommands[]{
    {"open-ratings", QT_TRANSLATE_NOOP("app::Actions", "&What is still open…"), "", {"review/agreement", 104}, kNeedsData},
};
// clang-format on

}

CommandTable routingCommands()
{
    return {"agree", kRoutingCommands};
}

void addRouting(const Bench& bench, const Reviewing& reviewing)
{
    Session& session = bench.session;
    new Routing(session.document(), session.videos(), reviewing.review, session.tasks(), bench.actions,
                &bench.window);
}

}
