#include "app/extraction/extraction_feature.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kExtractionCommands[]{
    {"new-dataset", QT_TRANSLATE_NOOP("app::Actions", "&New dataset from videos…"), "", {"file", 201}, kNothing},
    {"extract-again", QT_TRANSLATE_NOOP("app::Actions", "Seq&uences…"), "", {"file", 202}, kData},
};
// clang-format on

}

CommandTable extractionCommands()
{
    return {"own-recordings", kExtractionCommands};
}

}
