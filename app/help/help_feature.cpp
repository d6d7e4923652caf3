#include "app/help/help_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kHelpCommands[]{
    {"help", QT_TRANSLATE_NOOP("app::Actions", "&Help pages"), "F1; Shift+F1", {"help", 101}, kNeedsNothing},
    {"palette", QT_TRANSLATE_NOOP("app::Actions", "&Run a command…"), "Ctrl+K", {"help", 102}, kNeedsNothing},
    {"shortcuts", QT_TRANSLATE_NOOP("app::Actions", "&Keyboard shortcuts"), "?", {"help", 103}, kNeedsNothing},
    {"tour", QT_TRANSLATE_NOOP("app::Actions", "&Look around"), "", {"help", 104}, kNeedsData},
    {"about", QT_TRANSLATE_NOOP("app::Actions", "&About Polylogue"), "", {"help", 301}, kNeedsNothing},
};
// clang-format on

}

CommandTable helpCommands()
{
    return {"first-steps", kHelpCommands};
}

}
