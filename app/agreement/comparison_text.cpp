#include "app/agreement/comparison_text.h"

#include <QCoreApplication>

namespace app {

namespace {

/// The context of the texts below.
struct ComparisonTexts {
    Q_DECLARE_TR_FUNCTIONS(app::ComparisonTexts)
};

}

QString comparisonTitle(const engine::ComparisonPass& pass)
{
    const QString kind = pass.kind == engine::ComparisonKind::Preference ? ComparisonTexts::tr("which of two")
        : pass.kind == engine::ComparisonKind::Texts ? ComparisonTexts::tr("which of two texts")
                                                     : ComparisonTexts::tr("best and worst");
    return ComparisonTexts::tr("%1 · pass %2 · %3")
        .arg(QString::fromStdString(pass.annotator))
        .arg(pass.number)
        .arg(kind);
}

QString comparisonProgress(const engine::ComparisonPass& pass)
{
    if (pass.kind != engine::ComparisonKind::BestWorst)
        return ComparisonTexts::tr("%n pair(s)", nullptr, static_cast<int>(pass.answers.size()));
    return ComparisonTexts::tr("%1 of %2 done").arg(pass.answers.size()).arg(pass.sets.size());
}

}
