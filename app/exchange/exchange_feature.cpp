#include "app/exchange/exchange_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kExchangeCommands[]{
    {"import-annotation", QT_TRANSLATE_NOOP("app::Actions", "&Import…"), "Ctrl+I", {"file", 301}, kData | kWholeSight},
    {"export-annotation", QT_TRANSLATE_NOOP("app::Actions", "Export annotati&on…"), "Ctrl+Alt+E", {"export", 101}, kData | kWholeSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Annotation: ELAN, Praat, CSV and others")},
};
// clang-format on

}

CommandTable exchangeCommands()
{
    return {"own-recordings", kExchangeCommands};
}

}
