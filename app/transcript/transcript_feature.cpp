#include "app/transcript/transcript_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kTranscriptCommands[]{
    {"align-words", QT_TRANSLATE_NOOP("app::Actions", "Align the &words of this video"), "Ctrl+F9", {"align", 201}, kData},
    {"realign", QT_TRANSLATE_NOOP("app::Actions", "Re-align this s&tretch"), "Shift+F9", {"align", 202}, kData},
    {"next-doubtful", QT_TRANSLATE_NOOP("app::Actions", "&Next doubtful word"), "F7", {"align", 203}, kData},
    {"accept-words", QT_TRANSLATE_NOOP("app::Actions", "A&ccept words as they are"), "Ctrl+F7", {"align", 204}, kData},
    {"next-untimed", QT_TRANSLATE_NOOP("app::Actions", "&Next word without times"), "F8", {"align/words", 101}, kData},
    {"begin-word", QT_TRANSLATE_NOOP("app::Actions", "&Word without times begins at the playhead"), "F9", {"align/words", 102}, kData},
    {"take-times", QT_TRANSLATE_NOOP("app::Actions", "Words lie where they are &said"), "", {"align/words", 103}, kData},
    {"previous-doubtful", QT_TRANSLATE_NOOP("app::Actions", "&Previous doubtful word"), "Shift+F7", {"align/words", 201}, kData},
    {"load-text", QT_TRANSLATE_NOOP("app::Actions", "&Load a text…"), "", {"align/words", 202}, kData},
};
// clang-format on

}

CommandTable transcriptCommands()
{
    return {"own-recordings", kTranscriptCommands};
}

}
