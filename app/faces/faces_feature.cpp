#include "app/faces/faces_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kFacesCommands[]{
    {"show-faces", QT_TRANSLATE_NOOP("app::Actions", "&Faces on the picture"), "Shift+B", {"view/picture", 102}, kData, "", true},
    {"people", QT_TRANSLATE_NOOP("app::Actions", "Who is &seen and heard…"), "Ctrl+B", {"align", 302}, kData},
};
// clang-format on

}

CommandTable facesCommands()
{
    return {"exploring", kFacesCommands};
}

}
