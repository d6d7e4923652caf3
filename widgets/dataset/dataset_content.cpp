#include "widgets/dataset/dataset_content.h"

#include <algorithm>
#include <set>

namespace widgets {

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
    const QStringList all = folds();
    const bool isThere
        = !all.isEmpty() && (all.front() == QLatin1String("test") || all.front() == QLatin1String("valid"));
    return knowsHeldOut && isThere ? all.front() : QString();
}

}
