#include "app/timeline/timeline_drags.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/tier_in_hand.h"
#include "app/timeline/tier_tracks.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/words_track.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double kSnapPixels = 6.0;
constexpr double kFramePixels = 8.0; // frames nearer to each other than this would leave no room between them

}

TimelineDrags::TimelineDrags(const TimelineTracks& tracks, TierTracks& tiers, TierInHand& hand,
                             Document& document, Editor& editor, const Player& player, QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_tiers(tiers)
    , m_hand(hand)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
{
    connectTrack(&m_tracks.words, kWordsTier);
    connectTrack(&m_tracks.labels, kLabelsTier);
    connect(&tiers, &TierTracks::trackMade, this, &TimelineDrags::connectTrack);
    connect(&m_tracks.view, &widgets::TimelineView::layoutWished, this,
            [this](const widgets::TrackLayout& layout, const QString& what, bool continues) {
                m_editor.setTrackLayout(layout, what, continues ? m_drag : 0);
            });
    connect(&m_tracks.view, &widgets::TimelineView::layoutReleased, this, [this] { ++m_drag; });
}

void TimelineDrags::connectTrack(widgets::IntervalTrack* track, const TierName& tier)
{
    connect(track, &widgets::IntervalTrack::pressed, this, [this, tier] {
        m_hand.setTier(tier);
        m_dragged.reset();
    });
    connect(track, &widgets::IntervalTrack::edgeDragged, this,
            [this, tier](const widgets::IntervalEdge& edge, double seconds, Qt::KeyboardModifiers modifiers) {
                dragEdge(tier, edge, seconds, modifiers);
            });
    connect(track, &widgets::IntervalTrack::edgeReleased, this, [this] {
        ++m_drag;
        m_dragged.reset();
        m_tracks.view.setGuide(std::nullopt);
    });
    connect(track, &widgets::IntervalTrack::segmentClicked, this,
            [this, tier](std::size_t segment, double, Qt::KeyboardModifiers modifiers) {
                m_hand.selected().click(tier, segment, modifiers);
            });
    connect(track, &widgets::IntervalTrack::emptyClicked, &m_hand.selected(), &SegmentSelection::clear);
}

/// The neighbour follows; with Shift it is pushed, with Ctrl overwritten. With Alt nothing snaps.
void TimelineDrags::dragEdge(const TierName& tier, const widgets::IntervalEdge& edge, double seconds,
                             Qt::KeyboardModifiers modifiers)
{
    if (!m_dragged && edge.index < m_document.spans(tier).size())
        m_dragged
            = m_document.segmentId(tier, edge.index); // others may come and go in the middle of the drag
    if (!m_dragged)
        return;
    const engine::EdgeMode mode = modifiers & Qt::ShiftModifier ? engine::EdgeMode::Push
        : modifiers & Qt::ControlModifier                       ? engine::EdgeMode::Overwrite
                                                                : engine::EdgeMode::Follow;
    const auto snapped = modifiers & Qt::AltModifier || !m_snaps ? std::nullopt : snapTarget(tier, seconds);
    const widgets::Track* track = m_tiers.trackOf(tier);
    m_tracks.view.setGuide(track && track->isLocked() ? std::nullopt
                                                      : snapped); // the editor says why it stays
    m_editor.segments().moveEdge(*m_dragged, edge.atEnd, snapped.value_or(seconds), mode, m_drag);
    if (const engine::Segment* dragged = m_document.annotation().segment(*m_dragged))
        m_document.attention().hold({dragged->start.seconds(), dragged->end.seconds()});
}

/// What an edge of this tier snaps to when it comes near: the playhead, edges of other tiers, the
/// selection; where none of them is, the start of a frame, once frames are wide enough to choose between.
std::optional<double> TimelineDrags::snapTarget(const TierName& tier, double seconds) const
{
    const double reach = kSnapPixels / m_tracks.view.scale().pixelsPerSecond;
    std::optional<double> nearest;
    const auto offer = [&](double target) {
        const double away = std::abs(target - seconds);
        if (away <= reach && (!nearest || away < std::abs(*nearest - seconds)))
            nearest = target;
    };
    offer(m_player.position());
    if (const auto selection = m_tracks.view.selection()) {
        offer(selection->start);
        offer(selection->end);
    }
    std::vector<TierName> others = m_tiers.tiers();
    std::erase(others, tier);
    for (const TierName& other : others) {
        const auto& spans = m_document.spans(other);
        const auto first = std::partition_point(
            spans.begin(), spans.end(), [&](const engine::Interval& i) { return i.end < seconds - reach; });
        for (auto span = first; span != spans.end() && span->start <= seconds + reach; ++span) {
            offer(span->start);
            offer(span->end);
        }
    }
    if (!nearest) {
        const double apart = kFramePixels / m_tracks.view.scale().pixelsPerSecond;
        if (const auto frame = m_player.frameStartNear(seconds, apart))
            offer(*frame);
    }
    return nearest;
}

}
