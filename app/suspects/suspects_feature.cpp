#include "app/suspects/suspects_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kSuspectsCommands[]{
    {"find-suspects", QT_TRANSLATE_NOOP("app::Actions", "&Find suspicious labels…"), "", {"review", 201}, kData},
};
// clang-format on

}

CommandTable suspectsCommands()
{
    return {"reviewing", kSuspectsCommands};
}

}
