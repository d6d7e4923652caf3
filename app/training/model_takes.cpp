#include "app/training/model_takes.h"

#include <QCoreApplication>

namespace app {

namespace {

struct ModelTakes {
    Q_DECLARE_TR_FUNCTIONS(app::ModelTakes)
};

}

QString takesText(ModelClass::Takes takes)
{
    switch (takes) {
    case ModelClass::Takes::Recordings:
        return ModelTakes::tr("It looks at the recordings and hears them itself.");
    case ModelClass::Takes::Conversations:
        return ModelTakes::tr(
            "It sees whole conversations, turn by turn: who speaks, and what was said before.");
    case ModelClass::Takes::Unaligned:
        return ModelTakes::tr("It takes aligned sequences and such with rows of their own.");
    case ModelClass::Takes::Aligned:
        break;
    }
    return ModelTakes::tr("It works word by word: sequences are to be aligned to words.");
}

}
