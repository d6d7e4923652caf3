#include "app/main_window/selection_actions.h"

#include "app/actions/actions.h"
#include "app/editing/segment_clipboard.h"
#include "app/main_window/segment_selection.h"
#include "app/main_window/timeline_panel.h"
#include "app/session/session.h"

#include <QClipboard>
#include <QGuiApplication>

namespace app {

SelectionActions::SelectionActions(Session& session, const Actions& actions, TimelinePanel& timeline)
    : QObject(&timeline)
    , m_session(session)
    , m_timeline(timeline)
{
    SegmentSelection& selection = timeline.selected();
    const auto on = [&](const char* name, const auto& work) {
        connect(actions.at(name), &QAction::triggered, this, work);
    };
    on("select-all", [this, &selection] { selection.selectAll(m_timeline.activeTier()); });
    on("select-none", [&selection] { selection.clear(); });
    on("copy", [this] { copy(); });
    on("cut", [this] {
        if (copy())
            remove();
    });
    on("paste", [this] { paste(); });
    on("delete-segment", [this] { remove(); });
}

/// The selected ones, else the one under the playhead.
bool SelectionActions::copy()
{
    CopiedSegments copied;
    copied.tier = m_timeline.activeTier();
    for (const engine::SegmentId id : m_timeline.segmentsInHand())
        copied.segments.push_back(*m_session.document().annotation().segment(id));
    if (copied.segments.empty()) {
        emit message(m_timeline.nothingInHand());
        return false;
    }
    QGuiApplication::clipboard()->setMimeData(
        toMimeData(copied, *m_session.document().tier(copied.tier)).release());
    return true;
}

void SelectionActions::paste()
{
    const auto copied = fromMimeData(QGuiApplication::clipboard()->mimeData());
    if (!copied) {
        emit message(tr("There are no words or segments on the clipboard."));
        return;
    }
    if (!m_session.document().tier(copied->tier)) {
        emit message(tr("Open a video to paste into."));
        return;
    }
    const auto pasted = m_session.editor().paste(*copied, m_session.player().position());
    if (pasted.empty())
        return; // the editor said why
    m_timeline.setActiveTier(copied->tier);
    m_timeline.selected().select(copied->tier, pasted);
}

void SelectionActions::remove()
{
    const std::vector<engine::SegmentId> ids = m_timeline.segmentsInHand();
    const auto index = m_timeline.activeIndex();
    if (ids.empty())
        emit message(m_timeline.nothingInHand());
    else if (ids.size() == 1 && index
             && m_session.document().segmentId(m_timeline.activeTier(), *index) == ids.front())
        m_session.editor().remove(m_timeline.activeTier(), *index);
    else
        m_session.editor().remove(m_timeline.activeTier(), ids);
}

}
