#include "app/suspects/suspect_words.h"

#include <QCoreApplication>

#include <array>

namespace app {

namespace {

struct SuspectWords {
    Q_DECLARE_TR_FUNCTIONS(app::SuspectWords)
};

}

QString kindText(engine::SuspectKind kind, bool isOfClasses)
{
    using Kind = engine::SuspectKind;
    if (isOfClasses && (kind == Kind::Flip || kind == Kind::Uniform))
        return SuspectWords::tr("another class");
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

QString kindTip(engine::SuspectKind kind, bool isOfClasses)
{
    using Kind = engine::SuspectKind;
    if (isOfClasses && kind == Kind::Flip)
        kind = Kind::Uniform;
    switch (kind) {
    case Kind::None:
        return SuspectWords::tr("Nothing in particular is likely to be wrong.");
    case Kind::Flip:
        return SuspectWords::tr(
            "The label seems to have the other sign, or to lie on the other side of the scale's middle.");
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

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Accepted:
        return SuspectWords::tr("accepted");
    case Verdict::Kept:
        return SuspectWords::tr("kept");
    case Verdict::Dismissed:
        return SuspectWords::tr("dismissed");
    case Verdict::Never:
        return SuspectWords::tr("never again");
    case Verdict::Corrected:
        return SuspectWords::tr("corrected");
    }
    return {};
}

bool isOfData(engine::SuspectKind kind)
{
    return kind >= engine::SuspectKind::LateSound;
}

std::vector<widgets::SuspectQueue::Group> suspectGroups(const SuspectList& list)
{
    struct Words {
        SuspectGroup group;
        QString name, tip;
    };
    const std::array<Words, kSuspectGroups> words{
        Words{SuspectGroup::All, SuspectWords::tr("all"), SuspectWords::tr("Labels and data")},
        Words{SuspectGroup::Label, SuspectWords::tr("label"),
              SuspectWords::tr("The label may be another one.")},
        Words{SuspectGroup::Time, SuspectWords::tr("time"),
              SuspectWords::tr("Sound or words may lie at another time.")},
        Words{SuspectGroup::Modality, SuspectWords::tr("modality"),
              SuspectWords::tr("The face may belong to another segment.")},
        Words{SuspectGroup::Rater, SuspectWords::tr("rater"),
              SuspectWords::tr("One annotator judged otherwise than the others.")}};
    std::vector<widgets::SuspectQueue::Group> groups;
    for (const Words& one : words)
        groups.push_back({one.name, list.left[static_cast<std::size_t>(one.group)], one.tip});
    return groups;
}

QString verdictsText(const SuspectList& list)
{
    if (list.looked() == 0)
        return {};
    const auto count = [&](Verdict verdict) { return list.verdicts[static_cast<std::size_t>(verdict)]; };
    QStringList parts;
    if (count(Verdict::Corrected) > 0)
        parts << SuspectWords::tr("%n corrected", nullptr, count(Verdict::Corrected));
    if (count(Verdict::Accepted) > 0)
        parts << SuspectWords::tr("%n accepted", nullptr, count(Verdict::Accepted));
    if (count(Verdict::Kept) > 0)
        parts << SuspectWords::tr("%n kept", nullptr, count(Verdict::Kept));
    if (count(Verdict::Dismissed) > 0)
        parts << SuspectWords::tr("%n dismissed", nullptr, count(Verdict::Dismissed));
    if (count(Verdict::Never) > 0)
        parts << SuspectWords::tr("%n never again", nullptr, count(Verdict::Never));
    return SuspectWords::tr("%1 wrong of %2 looked at: %3")
        .arg(list.wrong())
        .arg(list.looked())
        .arg(parts.join(QStringLiteral(", ")));
}

}
