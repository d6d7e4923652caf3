#include "app/timeline/segment_menu.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/timeline_panel.h"
#include "widgets/base/menu_text.h"

#include <QMenu>

#include <algorithm>

namespace app {

SegmentMenu::SegmentMenu(Document& document, Player& player, const Actions& actions, TimelinePanel& timeline)
    : QObject(&timeline)
    , m_document(document)
    , m_player(player)
    , m_actions(actions)
    , m_timeline(timeline)
{
    connect(&timeline.view(), &widgets::TimelineView::menuWished, this, &SegmentMenu::open);
    connect(&timeline.view(), &widgets::TimelineView::headMenuFilled, this, &SegmentMenu::addToHead);
}

void SegmentMenu::open(widgets::Track* track, std::optional<std::size_t> segment, double seconds,
                       QPoint where)
{
    const auto tier = m_timeline.tiers().tierOf(track);
    if (!tier)
        return;
    m_timeline.hand().setTier(*tier);
    QMenu menu(&m_timeline.view());
    menu.setObjectName(QStringLiteral("segmentMenu"));
    if (segment && *segment < m_document.spans(*tier).size()) {
        takeInHand(*tier, *segment, seconds);
        fill(menu, *tier, *segment);
    } else {
        goTo(seconds);
        add(menu, {"new-segment", "paste", "", "select-all"});
    }
    menu.exec(where);
}

/// A segment that is among several selected ones leaves them selected. The playhead stays where it is inside
/// of the segment.
void SegmentMenu::takeInHand(const TierName& tier, std::size_t index, double seconds)
{
    SegmentSelection& selected = m_timeline.hand().selected();
    if (!holds(m_document.spans(tier)[index], m_player.position()))
        goTo(seconds);
    const std::vector<std::size_t> chosen = selected.indices(tier);
    if (!std::ranges::binary_search(chosen, index))
        selected.click(tier, index, {});
}

void SegmentMenu::addToHead(QMenu& menu, widgets::Track* track)
{
    const auto name = m_timeline.tiers().tierOf(track);
    const engine::Tier* tier = name ? m_document.tier(*name) : nullptr;
    if (!tier || *name == kWordsTier || *name == kLabelsTier || tier->kind != engine::TierKind::Interval)
        return;
    menu.addSeparator();
    for (const char* use : {"use-as-words", "use-as-labels"}) {
        QAction* action = m_actions.at(use);
        connect(menu.addAction(widgets::withoutMnemonic(action->text())), &QAction::triggered, this,
                [this, action, name] {
                    m_timeline.hand().setTier(*name);
                    action->trigger();
                });
    }
}

/// A selected span of time stays where the click was in it.
void SegmentMenu::goTo(double seconds)
{
    const auto span = m_timeline.view().selection();
    if (span && span->contains(seconds))
        return;
    m_timeline.setSelectedSpan(std::nullopt);
    m_player.seek(seconds);
}

void SegmentMenu::fill(QMenu& menu, const TierName& tier, std::size_t index)
{
    const engine::Interval span = m_document.spans(tier)[index];
    QAction* play = menu.addAction(tr("&Play"));
    connect(play, &QAction::triggered, this, [this, span] { m_timeline.play(span); });
    add(menu, {"zoom-segment", ""});
    if (tier == kLabelsTier) {
        QMenu* values = menu.addMenu(tr("&Value"));
        add(*values,
            {"label-1", "label-2", "label-3", "label-4", "label-5", "label-6", "label-7", "", "label-none"});
        add(menu, {"comment", "flag"});
    } else {
        add(menu, {"edit-text"});
        if (tier == kWordsTier)
            add(menu, {"realign", "accept-words"});
    }
    add(menu,
        {"", "split", "merge-next", "set-start", "set-end", "", "cut", "copy", "paste", "",
         "delete-segment"});
}

/// Adds actions by name; an empty name is a line.
void SegmentMenu::add(QMenu& menu, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        if (*name)
            menu.addAction(m_actions.at(name));
        else
            menu.addSeparator();
    }
}

}
