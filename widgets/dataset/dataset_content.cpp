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
