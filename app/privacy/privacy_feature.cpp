#include "app/privacy/privacy_feature.h"

#include "app/privacy/privacy.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kPrivacyCommands[]{
    {"deidentify", QT_TRANSLATE_NOOP("app::Actions", "De-identif&y…"), "", {"file/project", 105}, kNeedsData},
    {"erase-person", QT_TRANSLATE_NOOP("app::Actions", "Erase a perso&n…"), "", {"file/project", 106}, kNeedsData},
};
// clang-format on

}

CommandTable privacyCommands()
{
    return {"privacy", kPrivacyCommands};
}

void addPrivacy(const Bench& bench)
{
    Session& session = bench.session;
    new Privacy({session.document(), session.project(), session.moments(), session.tasks(), session.programs()}, bench.actions,
                &bench.window);
}

}
