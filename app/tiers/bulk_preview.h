#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <set>
#include <vector>

namespace app {

/// Works out what an edit of many segments would do: tier by tier, in slices between which the window
/// answers. What small datasets need is there at once.
class BulkPreview : public QObject {
    Q_OBJECT
public:
    /// The change in these tiers. @throws Refused.
    using Make = std::function<engine::Change(const engine::Annotation& annotation,
                                              const std::set<engine::TierId>&)>;

    explicit BulkPreview(const engine::Annotation& annotation, QObject* parent = nullptr);

    /// Begins anew. @param tiers  those that the edit reaches
    void start(std::vector<engine::TierId> tiers, Make make);

    bool isDone() const { return m_next == m_tiers.size() || !m_trouble.isEmpty(); }
    int count() const { return m_count; } ///< of segments that change, so far
    /// The first of them, as many as a table shows.
    const std::vector<engine::Replaced<engine::Segment>>& first() const { return m_first; }
    const QString& trouble() const { return m_trouble; } ///< why it is refused; empty: it is not, so far

    static constexpr std::size_t kMostShown = 200;

signals:
    void changed();

private:
    void goOn();

    const engine::Annotation& m_annotation;
    std::vector<engine::TierId> m_tiers;
    std::size_t m_next = 0; ///< place of the tier that is looked at next
    Make m_make;
    int m_count = 0;
    std::vector<engine::Replaced<engine::Segment>> m_first;
    QString m_trouble;
    QTimer m_slice;
};

}
