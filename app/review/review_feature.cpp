#include "app/review/review_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kReviewCommands[]{
    {"begin-pass", QT_TRANSLATE_NOOP("app::Actions", "&Begin or go on with a pass…"), "", {"review", 101}, kData},
    {"commit", QT_TRANSLATE_NOOP("app::Actions", "C&ommit and go to the next"), "Return; Enter", {"review", 102}, kData},
    {"queue-next", QT_TRANSLATE_NOOP("app::Actions", "&Next that is not done"), "Ctrl+Return", {"review", 103}, kData},
    {"queue-again", QT_TRANSLATE_NOOP("app::Actions", "&Play the segment again"), "Ctrl+Shift+Space", {"review", 104}, kData},
    {"peek", QT_TRANSLATE_NOOP("app::Actions", "&Show what others said"), "T", {"review", 105}, kData},
    {"leave-pass", QT_TRANSLATE_NOOP("app::Actions", "&Leave the pass"), "", {"review", 106}, kData},
    {"unlock-answers", QT_TRANSLATE_NOOP("app::Actions", "&Unlock these answers, or lock…"), "", {"review", 302}, kData | kWholeSight},
};
// clang-format on

}

CommandTable reviewCommands()
{
    return {"reviewing", kReviewCommands};
}

}
