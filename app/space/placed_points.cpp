#include "app/space/placed_points.h"

#include <utility>

namespace app {

namespace {

QString keyOf(const QString& sequence, const engine::ProjectionOptions& projection)
{
    return QStringLiteral("%1/%2/%3")
        .arg(sequence)
        .arg(static_cast<int>(projection.method))
        .arg(projection.isFlat);
}

}

PlacedPoints::Content PlacedPoints::of(const QString& sequence,
                                       const engine::ProjectionOptions& projection) const
{
    return m_contents.value(keyOf(sequence, projection));
}

void PlacedPoints::keep(const QString& sequence, const Content& content)
{
    m_contents.insert(keyOf(sequence, content->projection), content);
}

void PlacedPoints::keepRows(const QString& sequence, Rows rows)
{
    m_sequence = sequence;
    m_rows = std::move(rows);
}

void PlacedPoints::forget(const QString& sequence)
{
    m_contents.removeIf([&sequence](const std::pair<const QString&, Content&>& kept) {
        return kept.first.startsWith(sequence + QLatin1Char('/'));
    });
    if (m_sequence == sequence) {
        m_sequence.clear();
        m_rows.reset();
    }
}

void PlacedPoints::clear()
{
    m_contents.clear();
    m_sequence.clear();
    m_rows.reset();
}

}
