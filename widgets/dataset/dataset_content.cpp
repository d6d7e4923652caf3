#include "widgets/dataset/dataset_content.h"

#include "widgets/base/scale_number.h"

#include <algorithm>
#include <set>

namespace widgets {

QString DatasetContent::valueText(double value, int decimals) const
{
    return areClasses() ? classes.value(static_cast<qsizetype>(value)) : scaleNumber(value, low, decimals);
}

QString DatasetContent::predictionText(const DatasetPoint& point, int decimals) const
{
    const QString text = valueText(point.prediction, decimals);
    return point.isOfClass() ? text + QLatin1Char(' ') + shownNumber(point.probability, 2, 'f') : text;
}

std::size_t DatasetContent::labelled() const
{
    return static_cast<std::size_t>(std::ranges::count_if(points, &DatasetPoint::isLabelled));
}

QStringList DatasetContent::folds() const
{
    std::set<QString> found;
    for (const DatasetPoint& point : points)
        found.insert(point.fold);
    found.erase(QString());
    QStringList ordered;
    for (const QString& first : {QStringLiteral("test"), QStringLiteral("valid")}) {
        if (found.erase(first) > 0)
            ordered << first;
    }
    ordered.append(QStringList(found.begin(), found.end()));
    return ordered;
}

QString DatasetContent::heldOut() const
{
    const auto has = [this](const char* fold, bool isLabelled) {
        return std::ranges::any_of(points, [&](const DatasetPoint& point) {
            return point.fold == QLatin1String(fold) && (!isLabelled || point.isLabelled());
        });
    };
    for (const bool isLabelled : {true, false}) {
        for (const char* fold : {"test", "valid"}) {
            if (knowsHeldOut && has(fold, isLabelled))
                return QString::fromLatin1(fold);
        }
    }
    return {};
}

}
