#include "app/timeline/edit_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/timeline/timeline_panel.h"

#include <QAction>

#include <algorithm>

namespace app {

namespace {

constexpr int kManyFrames = 10;
constexpr double kNewLength = 0.5; // seconds of a new segment, where there is room

/// Where a new segment that begins here ends.
double roomAfter(const std::vector<engine::Interval>& spans, double start)
{
    const auto next = std::find_if(spans.begin(), spans.end(),
                                   [&](const engine::Interval& span) { return span.start > start; });
    return next == spans.end() ? start + kNewLength : std::min(start + kNewLength, next->start);
}

}

EditActions::EditActions(Document& document, Editor& editor, Player& player, const Actions& actions,
                         TimelinePanel& timeline)
    : QObject(&timeline)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
    , m_actions(actions)
    , m_timeline(timeline)
{
    on("tier-above", [this] { m_timeline.hand().goToNeighbour(-1); });
    on("tier-below", [this] { m_timeline.hand().goToNeighbour(1); });
    onSegment("split", [this](const TierName& tier, std::size_t index) {
        m_editor.segments().split(tier, index, m_player.position());
    });
    onSegment("merge-next", [this](const TierName& tier, std::size_t index) {
        m_editor.segments().mergeWithNext(tier, index);
    });
    onSegment("edit-text", [this](const TierName& tier, std::size_t index) { m_timeline.edit(tier, index); });
    on("new-segment", [this] { insertSegment(); });
    connectNudging();
}

void EditActions::on(const char* action, const std::function<void()>& work)
{
    connect(m_actions.at(action), &QAction::triggered, this, work);
}

/// Does it to the word or segment under the playhead, of the tier that was clicked last.
void EditActions::onSegment(const char* action, const std::function<void(const TierName&, std::size_t)>& work)
{
    on(action, [this, work] {
        if (const auto index = m_timeline.hand().index())
            work(m_timeline.hand().tier(), *index);
        else
            m_document.notices().say(m_timeline.hand().nothing());
    });
}

/// From the selection, or from the playhead on; its text is asked for where it stands, but for a labelled
/// segment's.
void EditActions::insertSegment()
{
    const double now = m_player.position();
    const TierName tier = m_timeline.hand().tier();
    const engine::Interval span = m_timeline.view().selection().value_or(
        engine::Interval{now, roomAfter(m_document.spans(tier), now)});
    const auto made = m_editor.segments().insert(tier, span);
    const auto index = made ? m_document.indexOf(tier, *made) : std::nullopt;
    if (!index || tier == kLabelsTier)
        return;
    m_player.seek(m_document.spans(tier)[*index].start);
    m_timeline.edit(tier, *index);
}

void EditActions::connectNudging()
{
    const auto setEdge = [this](const char* action, bool atEnd) {
        onSegment(action, [this, atEnd](const TierName& tier, std::size_t index) {
            m_editor.segments().moveEdge(m_document.segmentId(tier, index), atEnd, m_player.position(),
                                         engine::EdgeMode::Follow, 0);
        });
    };
    setEdge("set-start", false);
    setEdge("set-end", true);
    on("choose-edge", [this] {
        m_nudgesEnd = !m_nudgesEnd;
        m_document.notices().say(m_nudgesEnd ? tr("The keys , and . move the end.")
                                             : tr("The keys , and . move the start."));
    });
    on("edge-earlier", [this] { nudgeEdge(-1); });
    on("edge-later", [this] { nudgeEdge(1); });
    on("edge-much-earlier", [this] { nudgeEdge(-kManyFrames); });
    on("edge-much-later", [this] { nudgeEdge(kManyFrames); });
    const auto move = [this](const char* action, int frames) {
        onSegment(action, [this, frames](const TierName& tier, std::size_t index) {
            m_editor.segments().shift(tier, index, frames * m_player.frameLength());
        });
    };
    move("move-earlier", -1);
    move("move-later", 1);
}

void EditActions::nudgeEdge(int frames)
{
    const auto index = m_timeline.hand().index();
    if (!index)
        return;
    const TierName tier = m_timeline.hand().tier();
    const engine::Interval span = m_document.spans(tier)[*index];
    m_editor.segments().moveEdge(m_document.segmentId(tier, *index), m_nudgesEnd,
                                 (m_nudgesEnd ? span.end : span.start) + frames * m_player.frameLength(),
                                 engine::EdgeMode::Follow, 0);
}

}
