#pragma once

#include "app/document/document.h"

#include <QObject>

#include <set>

namespace app {

/// The words or segments that a person has chosen: of one tier of the video in sight.
///
/// One that was merely clicked is in hand as long as the playhead stays in it, so that keys go on to edit
/// what is under the playhead. Those chosen with Ctrl, Shift or all together stay until they are let go.
class SegmentSelection : public QObject {
    Q_OBJECT
public:
    explicit SegmentSelection(const Document& document, QObject* parent = nullptr);

    bool isEmpty() const { return m_ids.empty(); }
    TierName tier() const { return m_tier; }
    /// In the order of time.
    std::vector<engine::SegmentId> ids() const;
    /// Their places in the tier, in ascending order; empty for the other tier.
    std::vector<std::size_t> indices(const TierName& tier) const;

    /// Chooses one segment alone; with Ctrl adds it or takes it away; with Shift chooses all from the last
    /// one to it.
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
    bool m_isKept = false; ///< the choice stays wherever the playhead goes
};

}
