#include "app/prediction/prediction_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kPredictionCommands[]{
    {"predict", QT_TRANSLATE_NOOP("app::Actions", "&Predict this segment"), "P", {"model", 101}, kData},
    {"nearest", QT_TRANSLATE_NOOP("app::Actions", "What sounds and looks &alike…"), "", {"model", 102}, kData | kWholeSight},
    {"toggle-text", QT_TRANSLATE_NOOP("app::Actions", "Model uses &text"), "Shift+M", {"model/inputs", 101}, kData},
    {"toggle-sound", QT_TRANSLATE_NOOP("app::Actions", "Model uses &sound"), "", {"model/inputs", 102}, kData},
    {"toggle-vision", QT_TRANSLATE_NOOP("app::Actions", "Model uses &vision"), "", {"model/inputs", 103}, kData},
    {"open-model", QT_TRANSLATE_NOOP("app::Actions", "&Open model…"), "", {"model", 301}, kNothing},
    {"model-card", QT_TRANSLATE_NOOP("app::Actions", "&Card of the model…"), "", {"model", 302}, kData},
};
// clang-format on

}

CommandTable predictionCommands()
{
    return {"models", kPredictionCommands};
}

}
