#include "app/timeline/selection_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/editing/segment_clipboard.h"
#include "app/playback/player.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/tier_in_hand.h"

#include <QClipboard>
#include <QGuiApplication>

namespace app {

SelectionActions::SelectionActions(Document& document, Editor& editor, Player& player, const Actions& actions,
                                   TierInHand& hand)
    : QObject(&hand)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
    , m_hand(hand)
{
    SegmentSelection& selection = hand.selected();
    const auto on = [&](const char* name, const auto& work) {
        connect(actions.at(name), &QAction::triggered, this, work);
    };
    on("select-all", [this, &selection] { selection.selectAll(m_hand.tier()); });
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
    copied.tier = m_hand.tier();
    for (const engine::SegmentId id : m_hand.segments())
        copied.segments.push_back(*m_document.annotation().segment(id));
    const Sight& sight = m_document.sight().now();
    if (copied.tier == kWordsTier ? !sight.words : !sight.labels) {
        m_document.notices().say(DocumentSight::whyHidden());
        return false;
    }
    if (copied.segments.empty()) {
        m_document.notices().say(m_hand.nothing());
        return false;
    }
    QGuiApplication::clipboard()->setMimeData(toMimeData(copied, *m_document.tier(copied.tier)).release());
    return true;
}

void SelectionActions::paste()
{
    const auto copied = fromMimeData(QGuiApplication::clipboard()->mimeData());
    if (!copied) {
        m_document.notices().say(tr("There are no words or segments on the clipboard."));
        return;
    }
    if (!m_document.tier(copied->tier)) {
        m_document.notices().say(tr("Open a video to paste into."));
        return;
    }
    const auto pasted = m_editor.segments().paste(*copied, m_player.position());
    if (pasted.empty())
        return; // the editor said why
    m_hand.setTier(copied->tier);
    m_hand.selected().select(copied->tier, pasted);
}

void SelectionActions::remove()
{
    const std::vector<engine::SegmentId> ids = m_hand.segments();
    const auto index = m_hand.index();
    if (ids.empty())
        m_document.notices().say(m_hand.nothing());
    else if (ids.size() == 1 && index && m_document.segmentId(m_hand.tier(), *index) == ids.front())
        m_editor.segments().remove(m_hand.tier(), *index);
    else
        m_editor.segments().remove(m_hand.tier(), ids);
}

}
