#include "app/timeline/tier_in_hand.h"

#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/tier_tracks.h"
#include "widgets/timeline/timeline_view.h"

#include <algorithm>

namespace app {

TierInHand::TierInHand(const TimelineTracks& tracks, TierTracks& tiers, const Document& document,
                       const Player& player, QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_tiers(tiers)
    , m_document(document)
    , m_player(player)
    , m_selected(new SegmentSelection(document, this))
{
    connect(m_selected, &SegmentSelection::changed, this, [this] { m_tiers.showSelected(*m_selected); });
    connect(&tiers, &TierTracks::pressed, this, &TierInHand::setTier);
    connect(&m_tracks.view, &widgets::TimelineView::headPressed, this, [this](widgets::Track* track) {
        if (const auto tier = m_tiers.tierOf(track))
            setTier(*tier);
    });
    connect(&tiers, &TierTracks::ownTiersShown, this, [this] {
        if (!m_tiers.trackOf(m_tier))
            setTier(kWordsTier);
        showTracks(); // the tier may have another track now
        m_tiers.showSelected(*m_selected);
    });
    showTracks();
}

/// What digits give values is in sight: the tier in hand, of words the labelled segments.
void TierInHand::showTracks()
{
    m_tracks.view.setActiveTrack(m_tiers.trackOf(m_tier));
    m_tracks.view.setPinnedTrack(m_tiers.trackOf(m_tier == kWordsTier ? kLabelsTier : m_tier));
}

void TierInHand::setTier(const TierName& tier)
{
    m_tier = tier;
    showTracks();
    emit tierChanged();
}

void TierInHand::goTo(const TierName& tier)
{
    setTier(tier);
    if (const widgets::Track* track = m_tiers.trackOf(tier))
        m_tracks.view.ensureVisible(track);
}

void TierInHand::goToNeighbour(int step)
{
    const std::vector<TierName> shown = m_tiers.shownTiers();
    const auto active = std::ranges::find(shown, m_tier);
    if (active == shown.end() || (step < 0 && active == shown.begin())
        || (step > 0 && active + 1 == shown.end()))
        return;
    goTo(*(active + step));
}

std::optional<std::size_t> TierInHand::index() const
{
    const std::vector<std::size_t> selected = m_selected->indices(m_tier);
    if (selected.size() == 1 && holds(m_document.spans(m_tier)[selected.front()], m_player.position()))
        return selected.front();
    const Attention& attention = m_document.attention();
    return m_tier == kLabelsTier && attention.isHeld() ? attention.segment()
                                                       : m_document.indexAt(m_tier, m_player.position());
}

std::vector<engine::SegmentId> TierInHand::segments() const
{
    if (!m_selected->isEmpty() && m_selected->tier() == m_tier)
        return m_selected->ids();
    const auto place = index();
    return place ? std::vector{m_document.segmentId(m_tier, *place)} : std::vector<engine::SegmentId>();
}

QString TierInHand::nothing() const
{
    return m_tier == kWordsTier ? tr("There is no word under the playhead.")
                                : tr("There is no segment under the playhead.");
}

}
