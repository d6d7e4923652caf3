#include "app/suspects/suspect_words.h"

#include <QCoreApplication>

namespace app {

namespace {

struct SuspectWords {
    Q_DECLARE_TR_FUNCTIONS(app::SuspectWords)
};

}

QString kindText(engine::SuspectKind kind)
{
    using Kind = engine::SuspectKind;
    switch (kind) {
    case Kind::None:
        return SuspectWords::tr("unsure");
    case Kind::Flip:
        return SuspectWords::tr("sign flipped");
    case Kind::OffByTwo:
        return SuspectWords::tr("off by two");
    case Kind::Uniform:
        return SuspectWords::tr("another value");
    case Kind::Shift:
        return SuspectWords::tr("moved by one");
    case Kind::Annotator:
        return SuspectWords::tr("one annotator");
    case Kind::Swap:
        return SuspectWords::tr("exchanged");
    case Kind::LateSound:
        return SuspectWords::tr("late sound");
    case Kind::OtherFace:
        return SuspectWords::tr("other face");
    case Kind::WordEdge:
        return SuspectWords::tr("word's edge");
    }
    return {};
}

QString kindTip(engine::SuspectKind kind)
{
    using Kind = engine::SuspectKind;
    switch (kind) {
    case Kind::None:
        return SuspectWords::tr("Nothing in particular is likely to be wrong.");
    case Kind::Flip:
        return SuspectWords::tr("The label seems to have the other sign.");
    case Kind::OffByTwo:
        return SuspectWords::tr("The label seems to be two steps too high or too low.");
    case Kind::Uniform:
        return SuspectWords::tr("The label seems to be another one.");
    case Kind::Shift:
        return SuspectWords::tr(
            "The label seems to be that of the segment before or behind, as of a run of them.");
    case Kind::Annotator:
        return SuspectWords::tr("One annotator judged otherwise than the others, and moved the label.");
    case Kind::Swap:
        return SuspectWords::tr("The segment and a neighbour seem to have each other's label.");
    case Kind::LateSound:
        return SuspectWords::tr("The sound seems to be late, or early, against the words.");
    case Kind::OtherFace:
        return SuspectWords::tr("The face seems to be that of another segment.");
    case Kind::WordEdge:
        return SuspectWords::tr("A word seems to begin or end elsewhere.");
    }
    return {};
}

bool isOfData(engine::SuspectKind kind)
{
    return kind >= engine::SuspectKind::LateSound;
}

}
