#include "app/publishing/publishing_feature.h"

#include "app/publishing/publishing.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kPublishingCommands[]{
    {"publish", QT_TRANSLATE_NOOP("app::Actions", "Pu&blish…"), "", {"file", 303}, kNeedsData},
};
// clang-format on

}

CommandTable publishingCommands()
{
    return {"publish", kPublishingCommands};
}

void addPublishing(const Bench& bench)
{
    Session& session = bench.session;
    new Publishing(session.document(), session.editor(), session.project(), session.moments(),
                   session.tasks(), bench.actions, &bench.window);
}

}
