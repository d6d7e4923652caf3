#include "app/completion/completion_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kCompletionCommands[]{
    {"complete-tier", QT_TRANSLATE_NOOP("app::Actions", "C&omplete this tier…"), "Ctrl+Shift+K", {"label", 302}, kData},
};
// clang-format on

}

CommandTable completionCommands()
{
    return {"labelling", kCompletionCommands};
}

}
