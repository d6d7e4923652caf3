// The timeline's tracks of tiers that people made.
#include "app/document/tier_content.h"
#include "app/document/track_layout_item.h"
#include "app/main_window/segment_selection.h"
#include "app/main_window/timeline_panel.h"
#include "app/session/session.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/prediction_track.h"
#include "widgets/tracks/words_track.h"

namespace app {

widgets::Track* TimelinePanel::trackOf(const TierName& tier) const
{
    if (tier == kWordsTier)
        return m_words;
    if (tier == kLabelsTier)
        return m_labels;
    const auto found = m_ownTracks.find(tier);
    return found == m_ownTracks.end() ? nullptr : found->second;
}

/// Layers of other annotators, labels, predictions and what explains them.
void TimelinePanel::setHidesLabels(bool hides)
{
    if (std::exchange(m_hidesLabels, hides) == hides)
        return;
    showLabels();
    showOwnTiers();
    showPredictions();
}

/// The tiers as their tracks stand; those that are hidden cannot be edited by keys.
void TimelinePanel::activateNeighbourTier(int step)
{
    std::vector<TierName> shown;
    for (const widgets::Track* track : m_view->shownTracks()) {
        if (track == m_words)
            shown.push_back(kWordsTier);
        else if (track == m_labels)
            shown.push_back(kLabelsTier);
        for (const auto& [name, own] : m_ownTracks) {
            if (own == track)
                shown.push_back(name);
        }
    }
    const auto active = std::ranges::find(shown, m_activeTier);
    if (active == shown.end() || (step < 0 && active == shown.begin())
        || (step > 0 && active + 1 == shown.end()))
        return;
    setActiveTier(*(active + step));
}

void TimelinePanel::showRecording(const TierName& name, double start, const std::vector<float>& values)
{
    const engine::Tier* tier = m_session.document().tier(name);
    auto* track = qobject_cast<widgets::TraceTrack*>(trackOf(name));
    if (!tier || !track)
        return;
    widgets::TraceTrack::Content content = traceContent(m_session.document().annotation(), *tier);
    content.pieces.push_back({start, values});
    track->setContent(std::move(content));
}

/// One track per tier, above the prediction; tracks of tiers that are gone go.
void TimelinePanel::showOwnTiers()
{
    const std::vector<const engine::Tier*> tiers = m_session.document().ownTiers();
    const auto kindOf = [](const widgets::Track* track) {
        return qobject_cast<const widgets::TraceTrack*>(track) != nullptr;
    };
    std::erase_if(m_ownTracks, [&](const auto& own) {
        const auto& [name, track] = own;
        const bool stays = std::ranges::any_of(tiers, [&](const engine::Tier* tier) {
            return tier->name == name && kindOf(track) == (tier->kind == engine::TierKind::Continuous);
        });
        if (!stays)
            m_view->removeTrack(track);
        return !stays;
    });
    if (!trackOf(m_activeTier))
        setActiveTier(kWordsTier);
    for (const engine::Tier* tier : tiers)
        showOwnTier(*tier);
    showSelected();
}

void TimelinePanel::showOwnTier(const engine::Tier& tier)
{
    const engine::Annotation& annotation = m_session.document().annotation();
    widgets::Track*& track = m_ownTracks[tier.name];
    const bool isNew = !track;
    if (tier.kind == engine::TierKind::Continuous) {
        auto* trace = isNew ? new widgets::TraceTrack(this) : static_cast<widgets::TraceTrack*>(track);
        trace->setContent(traceContent(annotation, tier));
        track = trace;
        if (isNew)
            connect(trace, &widgets::TraceTrack::pressed, this,
                    [this, name = tier.name] { setActiveTier(name); });
    } else {
        auto* intervals = isNew ? new widgets::TierTrack(this) : static_cast<widgets::TierTrack*>(track);
        intervals->setContent(tierContent(annotation, tier));
        track = intervals;
        if (isNew)
            connectTrack(intervals, tier.name);
    }
    track->setVisible(!m_hidesLabels || tier.labels.empty()); // copies and imports are judgements, too
    if (isNew) {
        track->setObjectName(trackKey(tier.name));
        m_view->addTrack(track, m_predictions);
    }
}

}
