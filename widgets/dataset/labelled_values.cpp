#include "widgets/dataset/labelled_values.h"

#include "engine/agreement/regression_scores.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>

namespace widgets {

namespace {

struct LabelledTexts {
    Q_DECLARE_TR_FUNCTIONS(widgets::LabelledTexts)
};

}

DatasetPlaces labelledPlaces(const DatasetContent& content, const QString& fold)
{
    DatasetPlaces places;
    for (std::size_t i = 0; i < content.points.size(); ++i) {
        if (content.points[i].isLabelled() && content.points[i].isOf(fold))
            places.push_back(i);
    }
    return places;
}

LabelledValues labelledValues(const DatasetContent& content, const DatasetPlaces& places)
{
    LabelledValues values;
    for (const std::size_t place : places) {
        const DatasetPoint& point = content.points[place];
        if (!point.isLabelled())
            continue;
        values.predictions.push_back(point.prediction);
        values.labels.push_back(point.label);
    }
    return values;
}

QString labelledFigures(const DatasetContent& content, const DatasetPlaces& places)
{
    const LabelledValues values = labelledValues(content, places);
    if (values.labels.empty())
        return {};
    const engine::RegressionScores scores = engine::scoreRegression(values.predictions, values.labels);
    QStringList parts{LabelledTexts::tr("%n labelled", nullptr, static_cast<int>(values.labels.size())),
                      LabelledTexts::tr("MAE %1").arg(shownNumber(scores.meanAbsoluteError, 2, 'f'))};
    if (scores.correlation)
        parts << LabelledTexts::tr("r %1").arg(shownNumber(*scores.correlation, 2, 'f'));
    return parts.join(QStringLiteral(" · "));
}

QString withoutLabels()
{
    return LabelledTexts::tr("No segment has a label for this output: there is nothing to compare with.");
}

}
