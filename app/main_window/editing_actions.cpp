// What the keys do that edit words and segments.
#include "app/actions/actions.h"
#include "app/main_window/main_window.h"
#include "app/main_window/selection_actions.h"
#include "app/main_window/tier_actions.h"
#include "app/main_window/timeline_panel.h"
#include "app/session/session.h"

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

/// Does it to the word or segment under the playhead, of the tier that was clicked last.
void MainWindow::onSegment(const char* action, const std::function<void(const TierName&, std::size_t)>& work)
{
    on(action, [this, work] {
        if (const auto index = m_timeline->activeIndex())
            work(m_timeline->activeTier(), *index);
        else
            addMessage(m_timeline->nothingInHand());
    });
}

void MainWindow::connectEditing()
{
    Editor& editor = m_session.editor();
    // Elsewhere these keys walk through lists and copy from them.
    for (const char* name : {"tier-above", "tier-below", "delete-segment", "cut", "copy", "paste",
                             "select-all", "select-none"}) {
        QAction* action = m_actions->at(name);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        removeAction(action);
        m_timeline->addAction(action);
    }
    on("tier-above", [this] { m_timeline->activateNeighbourTier(-1); });
    on("tier-below", [this] { m_timeline->activateNeighbourTier(1); });
    onSegment("split", [this, &editor](const TierName& tier, std::size_t index) {
        editor.split(tier, index, m_session.player().position());
    });
    onSegment("merge-next",
              [&editor](const TierName& tier, std::size_t index) { editor.mergeWithNext(tier, index); });
    auto* selection = new SelectionActions(m_session, *m_actions, *m_timeline);
    connect(selection, &SelectionActions::message, this, &MainWindow::addMessage);
    auto* tiers = new TierActions(m_session, *m_actions, *m_timeline, this);
    connect(tiers, &TierActions::message, this, &MainWindow::addMessage);
    onSegment("edit-text", [this](const TierName& tier, std::size_t index) {
        if (tier != kLabelsTier)
            m_timeline->editText(tier, index);
    });
    on("new-segment", [this] { insertSegment(); });
    connectNudging();
}

/// From the selection, or from the playhead on; its text is asked for where it stands, but for a labelled
/// segment's.
void MainWindow::insertSegment()
{
    const double now = m_session.player().position();
    const TierName tier = m_timeline->activeTier();
    const engine::Interval span = m_timeline->view().selection().value_or(
        engine::Interval{now, roomAfter(m_session.document().spans(tier), now)});
    if (!m_session.editor().insert(tier, span) || tier == kLabelsTier)
        return;
    m_session.player().seek(span.start);
    if (const auto index = m_timeline->activeIndex())
        m_timeline->editText(tier, *index);
}

void MainWindow::connectNudging()
{
    const auto setEdge = [this](const char* action, bool atEnd) {
        onSegment(action, [this, atEnd](const TierName& tier, std::size_t index) {
            m_session.moveEdge(m_session.document().segmentId(tier, index), atEnd,
                               m_session.player().position(), engine::EdgeMode::Follow, 0);
        });
    };
    setEdge("set-start", false);
    setEdge("set-end", true);
    on("choose-edge", [this] {
        m_nudgesEnd = !m_nudgesEnd;
        addMessage(m_nudgesEnd ? tr("The keys , and . move the end.")
                               : tr("The keys , and . move the start."));
    });
    on("edge-earlier", [this] { nudgeEdge(-1); });
    on("edge-later", [this] { nudgeEdge(1); });
    on("edge-much-earlier", [this] { nudgeEdge(-kManyFrames); });
    on("edge-much-later", [this] { nudgeEdge(kManyFrames); });
    const auto move = [this](const char* action, int frames) {
        onSegment(action, [this, frames](const TierName& tier, std::size_t index) {
            m_session.editor().shift(tier, index, frames * m_session.player().frameLength());
        });
    };
    move("move-earlier", -1);
    move("move-later", 1);
}

void MainWindow::nudgeEdge(int frames)
{
    const auto index = m_timeline->activeIndex();
    if (!index)
        return;
    const TierName tier = m_timeline->activeTier();
    const engine::Interval span = m_session.document().spans(tier)[*index];
    m_session.moveEdge(m_session.document().segmentId(tier, *index), m_nudgesEnd,
                       (m_nudgesEnd ? span.end : span.start) + frames * m_session.player().frameLength(),
                       engine::EdgeMode::Follow, 0);
}

}
