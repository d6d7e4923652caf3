#include "app/window/window_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kWindowCommands[]{
    {"preset-explore", QT_TRANSLATE_NOOP("app::Actions", "&Explore"), "Ctrl+1", {"view/mode", 101}, kNeedsData, "", true},
    {"preset-align", QT_TRANSLATE_NOOP("app::Actions", "&Align"), "Ctrl+2", {"view/mode", 102}, kNeedsData, "", true},
    {"preset-review", QT_TRANSLATE_NOOP("app::Actions", "&Review"), "Ctrl+3", {"view/mode", 103}, kNeedsData, "", true},
    {"preset-transcribe", QT_TRANSLATE_NOOP("app::Actions", "&Transcribe"), "Ctrl+4", {"view/mode", 104}, kNeedsData, "", true},
    {"preset-dataset", QT_TRANSLATE_NOOP("app::Actions", "&Dataset"), "Ctrl+5", {"view/mode", 105}, kNeedsData, "", true},
    {"preset-conversation", QT_TRANSLATE_NOOP("app::Actions", "&Conversation"), "Ctrl+6", {"view/mode", 106}, kNeedsData, "", true},
    {"full-panel", QT_TRANSLATE_NOOP("app::Actions", "Panels over the full hei&ght"), "", {"view/docks", 901}, kNeedsData, "", true},
    {"reset-layout", QT_TRANSLATE_NOOP("app::Actions", "Reset the la&yout"), "", {"view/docks", 902}, kNeedsNothing},
    {"find", QT_TRANSLATE_NOOP("app::Actions", "&Find in the library"), "Ctrl+F", {"edit/find", 101}, kNeedsData},
    {"show-inspector", QT_TRANSLATE_NOOP("app::Actions", "Show the &inspector"), "Ctrl+Alt+1", {}, kNeedsData},
    {"show-align", QT_TRANSLATE_NOOP("app::Actions", "Show the &alignment"), "Ctrl+Alt+2", {}, kNeedsData},
    {"show-predict", QT_TRANSLATE_NOOP("app::Actions", "Show the &prediction"), "Ctrl+Alt+3", {}, kNeedsData},
    {"show-history", QT_TRANSLATE_NOOP("app::Actions", "Show the &history"), "Ctrl+Alt+4", {}, kNeedsData | kNeedsSight},
    {"show-space", QT_TRANSLATE_NOOP("app::Actions", "Show the &space of segments"), "Ctrl+Alt+5", {}, kNeedsData | kNeedsSight},
    {"show-review", QT_TRANSLATE_NOOP("app::Actions", "Show the revie&w"), "Ctrl+Alt+6", {}, kNeedsData},
    {"show-transcript", QT_TRANSLATE_NOOP("app::Actions", "Show the transcript"), "Ctrl+Alt+7", {}, kNeedsData},
    {"show-conversation", QT_TRANSLATE_NOOP("app::Actions", "Show the con&versation"), "Ctrl+Alt+8", {}, kNeedsData},
    {"show-statistics", QT_TRANSLATE_NOOP("app::Actions", "Show the s&tatistics"), "Ctrl+Shift+T", {}, kNeedsData | kNeedsSight},
    {"show-table", QT_TRANSLATE_NOOP("app::Actions", "Show the &table"), "Ctrl+T", {}, kNeedsData | kNeedsSight},
    {"quit", QT_TRANSLATE_NOOP("app::Actions", "&Quit"), "Ctrl+Q", {"file", 501}, kNeedsNothing},
    {"settings", QT_TRANSLATE_NOOP("app::Actions", "Se&ttings…"), "Ctrl+Alt+S", {"file", 402}, kNeedsNothing},
};
// clang-format on

}

CommandTable windowCommands()
{
    return {"exploring", kWindowCommands};
}

}
