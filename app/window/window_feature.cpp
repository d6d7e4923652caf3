#include "app/window/window_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kWindowCommands[]{
    {"preset-explore", QT_TRANSLATE_NOOP("app::Actions", "&Explore"), "Ctrl+1", {"view/mode", 101}, kData, "", true},
    {"preset-align", QT_TRANSLATE_NOOP("app::Actions", "&Align"), "Ctrl+2", {"view/mode", 102}, kData, "", true},
    {"preset-review", QT_TRANSLATE_NOOP("app::Actions", "&Review"), "Ctrl+3", {"view/mode", 103}, kData, "", true},
    {"preset-transcribe", QT_TRANSLATE_NOOP("app::Actions", "&Transcribe"), "Ctrl+4", {"view/mode", 104}, kData, "", true},
    {"preset-dataset", QT_TRANSLATE_NOOP("app::Actions", "&Dataset"), "Ctrl+5", {"view/mode", 105}, kData, "", true},
    {"full-panel", QT_TRANSLATE_NOOP("app::Actions", "Panels over the full hei&ght"), "", {"view/docks", 901}, kData, "", true},
    {"reset-layout", QT_TRANSLATE_NOOP("app::Actions", "Reset the la&yout"), "", {"view/docks", 902}, kNothing},
    {"find", QT_TRANSLATE_NOOP("app::Actions", "&Find in the library"), "Ctrl+F", {"edit/find", 101}, kData},
    {"show-inspector", QT_TRANSLATE_NOOP("app::Actions", "Show the &inspector"), "Ctrl+Alt+1", {}, kData},
    {"show-align", QT_TRANSLATE_NOOP("app::Actions", "Show the &alignment"), "Ctrl+Alt+2", {}, kData},
    {"show-predict", QT_TRANSLATE_NOOP("app::Actions", "Show the &prediction"), "Ctrl+Alt+3", {}, kData},
    {"show-history", QT_TRANSLATE_NOOP("app::Actions", "Show the &history"), "Ctrl+Alt+4", {}, kData | kWholeSight},
    {"show-space", QT_TRANSLATE_NOOP("app::Actions", "Show the &space of segments"), "Ctrl+Alt+5", {}, kData | kWholeSight},
    {"show-review", QT_TRANSLATE_NOOP("app::Actions", "Show the revie&w"), "Ctrl+Alt+6", {}, kData},
    {"show-transcript", QT_TRANSLATE_NOOP("app::Actions", "Show the transcript"), "Ctrl+Alt+7", {}, kData},
    {"show-statistics", QT_TRANSLATE_NOOP("app::Actions", "Show the s&tatistics"), "Ctrl+Shift+T", {}, kData | kWholeSight},
    {"show-table", QT_TRANSLATE_NOOP("app::Actions", "Show the &table"), "Ctrl+T", {}, kData | kWholeSight},
    {"quit", QT_TRANSLATE_NOOP("app::Actions", "&Quit"), "Ctrl+Q", {"file", 501}, kNothing},
    {"settings", QT_TRANSLATE_NOOP("app::Actions", "Se&ttings…"), "Ctrl+Alt+S", {"file", 402}, kNothing},
};
// clang-format on

}

CommandTable windowCommands()
{
    return {"exploring", kWindowCommands};
}

}
