#pragma once

#include "app/space/space_points.h"

#include <QHash>

#include <memory>

namespace app {

/// What Space has read and placed of one dataset, so that switching back waits for nothing.
class PlacedPoints {
public:
    using Content = std::shared_ptr<const widgets::SpaceContent>;
    using Rows = std::shared_ptr<const engine::SegmentMeans>;

    /// The points of a sequence by a projection; null: they are not placed yet.
    Content of(const QString& sequence, const engine::ProjectionOptions& projection) const;
    void keep(const QString& sequence, const Content& content);
    /// The rows of the sequence that was read last; null: of another one.
    Rows rowsOf(const QString& sequence) const { return sequence == m_sequence ? m_rows : nullptr; }
    void keepRows(const QString& sequence, Rows rows);
    void forget(const QString& sequence);
    void clear();

private:
    QHash<QString, Content> m_contents;
    QString m_sequence;
    Rows m_rows; ///< of one sequence only: they are as large as the dataset
};

}
