#include "widgets/library/library_filter.h"

#include "widgets/base/scale_number.h"
#include "widgets/library/library_query.h"

namespace widgets {

namespace {

QString written(const QString& label)
{
    return QString(label).replace(QLatin1Char(' '), QLatin1Char('_'));
}

/// Takes a term into the filter. @return whether it is one that a form can show.
bool take(const QString& term, const QString& label, LibraryFilter& filter)
{
    const auto after = [&](const char* key) -> std::optional<QString> {
        const QLatin1String prefix(key);
        if (!term.startsWith(prefix, Qt::CaseInsensitive))
            return std::nullopt;
        return term.mid(prefix.size()).remove(QLatin1Char('"'));
    };
    if (const auto fold = after("fold:"))
        filter.fold = *fold;
    else if (const auto missing = after("missing:"))
        filter.missing = *missing;
    else if (const auto seen = after("seen:"); seen && filter.seen.isEmpty())
        filter.seen = *seen;
    else if (const auto with = after("with:"); with && filter.with.isEmpty())
        filter.with = *with;
    else if (const auto people = after("people:"))
        filter.people = typedNumber(*people);
    else if (const auto longer = after("longer:"))
        filter.longer = typedNumber(*longer);
    else if (const auto shorter = after("shorter:"))
        filter.shorter = typedNumber(*shorter);
    else {
        for (const auto& [comparison, bound] :
             {std::pair(QLatin1String(">="), &filter.least), {QLatin1String("<="), &filter.greatest}}) {
            const qsizetype place = term.indexOf(comparison);
            if (place > 0 && LibraryQuery::isSameLabel(term.left(place), label)) {
                *bound = typedNumber(term.mid(place + comparison.size()));
                return true;
            }
        }
        return false;
    }
    return true;
}

}

LibraryFilter LibraryFilter::of(const QString& text, const QString& label)
{
    LibraryFilter filter;
    for (const QString& term : LibraryQuery::terms(text))
        take(term, label, filter);
    return filter;
}

QString LibraryFilter::appliedTo(const QString& text, const QString& label) const
{
    QStringList terms;
    LibraryFilter replaced;
    for (const QString& term : LibraryQuery::terms(text)) {
        if (!take(term, label, replaced))
            terms << term;
    }
    const auto add = [&](const QString& key, const QString& value) {
        terms << key + (value.contains(QLatin1Char(' ')) ? QStringLiteral("\"%1\"").arg(value) : value);
    };
    if (!fold.isEmpty())
        add(QStringLiteral("fold:"), fold);
    if (!missing.isEmpty())
        add(QStringLiteral("missing:"), missing);
    if (least)
        add(written(label) + QLatin1String(">="), QString::number(*least));
    if (greatest)
        add(written(label) + QLatin1String("<="), QString::number(*greatest));
    if (longer)
        add(QStringLiteral("longer:"), QString::number(*longer));
    if (shorter)
        add(QStringLiteral("shorter:"), QString::number(*shorter));
    if (!seen.isEmpty())
        add(QStringLiteral("seen:"), seen);
    if (!with.isEmpty())
        add(QStringLiteral("with:"), with);
    if (people)
        add(QStringLiteral("people:"), QString::number(*people));
    return terms.join(QLatin1Char(' '));
}

}
