#include "app/exporting/exporting_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kExportingCommands[]{
    {"export", QT_TRANSLATE_NOOP("app::Actions", "&Export…"), "Ctrl+E", {"file", 302}, kData, "", false, "", {"Ctrl+Shift+E", "", ""}},
    {"export-words", QT_TRANSLATE_NOOP("app::Actions", "&Export words as csd…"), "", {"export", 201}, kData | kWholeSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Words: csd")},
    {"export-span", QT_TRANSLATE_NOOP("app::Actions", "Export se&lection…"), "Ctrl+Shift+E", {"export", 401}, kData | kWholeSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Selection: a clip with its rows")},
};
// clang-format on

}

CommandTable exportingCommands()
{
    return {"own-recordings", kExportingCommands};
}

}
