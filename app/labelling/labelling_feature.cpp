#include "app/labelling/labelling_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kLabellingCommands[]{
    {"label-1", QT_TRANSLATE_NOOP("app::Actions", "Sentiment −&3"), "1", {"label/value", 101}, kData},
    {"label-2", QT_TRANSLATE_NOOP("app::Actions", "Sentiment −&2"), "2", {"label/value", 102}, kData},
    {"label-3", QT_TRANSLATE_NOOP("app::Actions", "Sentiment −&1"), "3", {"label/value", 103}, kData},
    {"label-4", QT_TRANSLATE_NOOP("app::Actions", "Sentiment &0"), "4", {"label/value", 104}, kData},
    {"label-5", QT_TRANSLATE_NOOP("app::Actions", "Sent&iment +1"), "5", {"label/value", 105}, kData},
    {"label-6", QT_TRANSLATE_NOOP("app::Actions", "Senti&ment +2"), "6", {"label/value", 106}, kData},
    {"label-7", QT_TRANSLATE_NOOP("app::Actions", "Sentimen&t +3"), "7", {"label/value", 107}, kData},
    {"label-none", QT_TRANSLATE_NOOP("app::Actions", "&No sentiment"), "0", {"label/value", 108}, kData},
    {"value-up", QT_TRANSLATE_NOOP("app::Actions", "One step mo&re"), "=; Alt+Up", {"label/value", 201}, kData},
    {"value-down", QT_TRANSLATE_NOOP("app::Actions", "One step &less"), "-; Alt+Down", {"label/value", 202}, kData},
    {"label-mode", QT_TRANSLATE_NOOP("app::Actions", "&Other labels by letters"), "E", {"label/value", 301}, kData},
    {"confidence-low", QT_TRANSLATE_NOOP("app::Actions", "Confidence &low"), "Shift+1", {"label/remarks", 101}, kData},
    {"confidence-middle", QT_TRANSLATE_NOOP("app::Actions", "Confidence &medium"), "Shift+2", {"label/remarks", 102}, kData},
    {"confidence-high", QT_TRANSLATE_NOOP("app::Actions", "Confidence &high"), "Shift+3", {"label/remarks", 103}, kData},
    {"comment", QT_TRANSLATE_NOOP("app::Actions", "&Comment"), "C", {"label/remarks", 201}, kData},
    {"flag", QT_TRANSLATE_NOOP("app::Actions", "&Flag"), "Shift+F", {"label/remarks", 202}, kData},
    {"label-while-playing", QT_TRANSLATE_NOOP("app::Actions", "Label &while playing"), "Ctrl+L", {"label", 201}, kData, "", true},
    {"record-rating", QT_TRANSLATE_NOOP("app::Actions", "&Record a rating, or stop"), "Ctrl+Shift+R", {"label", 202}, kData},
    {"reaction-delay", QT_TRANSLATE_NOOP("app::Actions", "&Reaction delay…"), "", {"label/continuous", 101}, kData | kWholeSight},
    {"annotator", QT_TRANSLATE_NOOP("app::Actions", "&Annotator…"), "", {"label", 401}, kNothing},
};
// clang-format on

}

CommandTable labellingCommands()
{
    return {"labelling", kLabellingCommands};
}

}
