#pragma once

#include "app/document/document.h"

#include <QObject>

#include <set>

namespace app {

/// The words or segments that a person has chosen: of one tier of the video in sight.
///
/// A segment that was only clicked is selected as long as the playhead stays in it, so that keys then edit
/// the segment under the playhead again. Segments that were chosen with Ctrl, Shift or Select all stay
/// selected until the selection is cleared.
class SegmentSelection : public QObject {
    Q_OBJECT
public:
    explicit SegmentSelection(const Document& document, QObject* parent = nullptr);

    bool isEmpty() const { return m_ids.empty(); }
    TierName tier() const { return m_tier; }
    /// The selected segments in the order of time.
    std::vector<engine::SegmentId> ids() const;
    /// Their places in the tier, in ascending order; empty for any other tier.
    std::vector<std::size_t> indices(const TierName& tier) const;

    /// Selects this segment alone; with Ctrl, adds or removes it; with Shift, selects all from the last
    /// clicked segment to it.
    void click(const TierName& tier, std::size_t index, Qt::KeyboardModifiers modifiers);
    void selectAll(const TierName& tier);
    void select(const TierName& tier, const std::vector<engine::SegmentId>& ids);
    void clear();
    void followPlayhead(double seconds);

signals:
    void changed();

private:
    void prune();
    void take(const TierName& tier, std::set<engine::SegmentId> ids, bool isKept);

    const Document& m_document;
    TierName m_tier = kWordsTier;
    std::set<engine::SegmentId> m_ids;
    engine::SegmentId m_last = 0; ///< clicked last; Shift chooses from here
    bool m_isKept = false; ///< the selection stays wherever the playhead goes
};

}
