#include "app/snapshot/label_titles.h"

#include <QCoreApplication>

namespace app {

namespace {

using engine::LabelToLearn;

struct LabelTitles {
    Q_DECLARE_TR_FUNCTIONS(app::LabelTitles)
};

}

QString labelOwner(const LabelToLearn& label)
{
    using By = LabelToLearn::By;
    switch (label.by) {
    case By::Annotator:
        return LabelTitles::tr("By %1").arg(QString::fromStdString(label.annotator));
    case By::Mean:
        return LabelTitles::tr("Mean");
    case By::Majority:
        return LabelTitles::tr("Consensus (majority)");
    case By::Consensus:
        return LabelTitles::tr("Consensus");
    case By::Settled:
        return LabelTitles::tr("Settled");
    case By::Segments:
        break;
    }
    return label.tier == engine::kLabelsTier
        ? LabelTitles::tr("Labels")
        : LabelTitles::tr("%1 (tier)").arg(QString::fromStdString(label.tier));
}

QString labelTitle(const LabelToLearn& label)
{
    const QString name = QString::fromStdString(label.name), tier = QString::fromStdString(label.tier);
    const QString base = label.tier == engine::kLabelsTier || label.tier == label.name
        ? name
        : QStringLiteral("%1 · %2").arg(tier, name);
    return label.by == LabelToLearn::By::Segments ? base
                                                  : QStringLiteral("%1 · %2").arg(base, labelOwner(label));
}

}
