#include "app/training/training_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kTrainingCommands[]{
    {"train", QT_TRANSLATE_NOOP("app::Actions", "T&rain and compare…"), "", {"model", 201}, kData | kWholeSight},
    {"compare-trainings", QT_TRANSLATE_NOOP("app::Actions", "Compare t&wo trainings…"), "", {"model", 202}, kData | kWholeSight},
};
// clang-format on

}

CommandTable trainingCommands()
{
    return {"training", kTrainingCommands};
}

}
