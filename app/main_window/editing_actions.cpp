// What the keys do that edit words and segments.
#include "app/main_window/actions.h"
#include "app/main_window/main_window.h"
#include "app/main_window/selection_actions.h"
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
void MainWindow::onSegment(const char* action, const std::function<void(TierRole, std::size_t)>& work)
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
    for (const char* name : {"edit-words", "edit-segments", "delete-segment", "cut", "copy", "paste",
                             "select-all", "select-none"}) {
        QAction* action = m_actions->at(name);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        removeAction(action);
        m_timeline->addAction(action);
    }
    on("edit-words", [this] { m_timeline->setActiveTier(TierRole::Words); });
    on("edit-segments", [this] { m_timeline->setActiveTier(TierRole::Labels); });
    onSegment("split", [this, &editor](TierRole role, std::size_t index) {
        editor.split(role, index, m_session.player().position());
    });
    onSegment("merge-next",
              [&editor](TierRole role, std::size_t index) { editor.mergeWithNext(role, index); });
    auto* selection = new SelectionActions(m_session, *m_actions, *m_timeline);
    connect(selection, &SelectionActions::message, this, &MainWindow::addMessage);
    onSegment("edit-text", [this](TierRole role, std::size_t index) {
        if (role == TierRole::Words)
            m_timeline->editText(index);
    });
    on("new-segment", [this] { insertSegment(); });
    connectNudging();
}

/// From the selection, or from the playhead on; a new word's text is asked for where it stands.
void MainWindow::insertSegment()
{
    const double now = m_session.player().position();
    const TierRole role = m_timeline->activeTier();
    const engine::Interval span = m_timeline->view().selection().value_or(
        engine::Interval{now, roomAfter(m_session.document().spans(role), now)});
    if (!m_session.editor().insert(role, span) || role != TierRole::Words)
        return;
    m_session.player().seek(span.start);
    if (const auto word = m_timeline->activeIndex())
        m_timeline->editText(*word);
}

void MainWindow::connectNudging()
{
    const auto setEdge = [this](const char* action, bool atEnd) {
        onSegment(action, [this, atEnd](TierRole role, std::size_t index) {
            m_session.moveEdge(m_session.document().segmentId(role, index), atEnd,
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
        onSegment(action, [this, frames](TierRole role, std::size_t index) {
            m_session.editor().shift(role, index, frames * m_session.player().frameLength());
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
    const TierRole role = m_timeline->activeTier();
    const engine::Interval span = m_session.document().spans(role)[*index];
    m_session.moveEdge(m_session.document().segmentId(role, *index), m_nudgesEnd,
                       (m_nudgesEnd ? span.end : span.start) + frames * m_session.player().frameLength(),
                       engine::EdgeMode::Follow, 0);
}

}
