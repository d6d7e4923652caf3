#include "app/document/label_column.h"

#include "engine/annotation/label_sets.h"

namespace app {

namespace {

/// What the output would be called by a file that names no labels; empty: the output has a name of its own.
QString unnamed(const QString& output)
{
    if (output == QLatin1String(engine::kSentimentLabel))
        return QStringLiteral("label");
    const QStringList parts = output.split(QLatin1Char('_'));
    const QStringList kinds{QStringLiteral("label"), QStringLiteral("class"), QStringLiteral("trait")};
    if (parts.size() != 2 || !kinds.contains(parts.front()))
        return {};
    return QStringLiteral("label %1").arg(parts.back());
}

}

std::optional<std::size_t> labelColumn(const QString& output, const QStringList& names)
{
    qsizetype column = names.indexOf(output);
    if (const QString other = unnamed(output); column < 0 && !other.isEmpty())
        column = names.indexOf(other);
    return column < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(column));
}

}
