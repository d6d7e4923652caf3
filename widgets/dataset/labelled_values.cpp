#include "widgets/dataset/labelled_values.h"

#include "engine/agreement/regression_scores.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>

#include <algorithm>

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

std::optional<engine::MulticlassScores> classScores(const DatasetContent& content,
                                                    const DatasetPlaces& places)
{
    std::vector<std::size_t> predictions, labels;
    for (const std::size_t place : places) {
        const DatasetPoint& point = content.points[place];
        if (!point.isLabelled())
            continue;
        predictions.push_back(static_cast<std::size_t>(point.prediction));
        labels.push_back(static_cast<std::size_t>(point.label));
    }
    if (labels.empty())
        return std::nullopt;
    return engine::scoreClasses(predictions, labels, static_cast<std::size_t>(content.classes.size()));
}

namespace {

/// How often always saying the commonest class would be right.
QString chanceOf(const engine::MulticlassScores& scores)
{
    const auto commonest = std::ranges::max_element(scores.classes, {}, &engine::ClassScore::support);
    return shownNumber(static_cast<double>(commonest->support) / static_cast<double>(scores.count), 2, 'f');
}

}

QString classFigures(const engine::MulticlassScores& scores)
{
    return QStringList{LabelledTexts::tr("F1 %1").arg(shownNumber(scores.macroF1, 2, 'f')),
                       LabelledTexts::tr("accuracy %1").arg(shownNumber(scores.accuracy, 2, 'f')),
                       LabelledTexts::tr("commonest class %1").arg(chanceOf(scores))}
        .join(QStringLiteral(" · "));
}

QString shortClassFigures(const engine::MulticlassScores& scores)
{
    return LabelledTexts::tr("acc. %1 · chance %2")
        .arg(shownNumber(scores.accuracy, 2, 'f'), chanceOf(scores));
}

namespace {

/// The figures of these segments but how many they are; none where nobody labelled any.
QStringList figuresOf(const DatasetContent& content, const DatasetPlaces& places, bool isCorrelationFirst)
{
    if (content.areClasses()) {
        const auto scores = classScores(content, places);
        return scores ? QStringList{classFigures(*scores)} : QStringList();
    }
    const LabelledValues values = labelledValues(content, places);
    if (values.labels.empty())
        return {};
    const engine::RegressionScores scores = engine::scoreRegression(values.predictions, values.labels);
    QStringList parts{LabelledTexts::tr("MAE %1").arg(shownNumber(scores.meanAbsoluteError, 2, 'f'))};
    if (scores.correlation)
        parts.insert(isCorrelationFirst ? 0 : 1,
                     LabelledTexts::tr("r %1").arg(shownNumber(*scores.correlation, 2, 'f')));
    return parts;
}

QString countOf(const DatasetContent& content, const DatasetPlaces& places)
{
    const auto count = std::ranges::count_if(
        places, [&](std::size_t place) { return content.points[place].isLabelled(); });
    return LabelledTexts::tr("%n labelled", nullptr, static_cast<int>(count));
}

}

QString labelledFigures(const DatasetContent& content, const DatasetPlaces& places)
{
    const QStringList figures = figuresOf(content, places, false);
    return figures.isEmpty() ? QString()
                             : (QStringList{countOf(content, places)} + figures).join(QStringLiteral(" · "));
}

QString scatterFigures(const DatasetContent& content, const DatasetPlaces& places)
{
    const QStringList figures = figuresOf(content, places, true);
    return figures.isEmpty() ? QString()
                             : (figures + QStringList{countOf(content, places)}).join(QStringLiteral(" · "));
}

QString withoutLabels()
{
    return LabelledTexts::tr("No segment has a label for this output: there is nothing to compare with.");
}

}
