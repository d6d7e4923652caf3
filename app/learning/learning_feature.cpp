#include "app/learning/learning_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kLearningCommands[]{
    {"learn-while-labelling", QT_TRANSLATE_NOOP("app::Actions", "&Learn while labelling"), "", {"model", 203}, kData},
};
// clang-format on

}

CommandTable learningCommands()
{
    return {"reviewing", kLearningCommands};
}

}
