// The menu of a track's head.
#include "widgets/timeline/timeline_view.h"
#include "widgets/timeline/track_order.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace widgets {

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->pos().x() >= trackArea().left())
        return;
    const Row* row = rowAt(event->pos().y());
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("headMenu"));
    fillHeadMenu(menu, row ? row->track.data() : nullptr);
    menu.exec(event->globalPos());
}

QAction* TimelineView::addWish(QMenu& menu, const QString& text, const TrackLayout& layout,
                               const QString& name)
{
    QAction* action = menu.addAction(text);
    connect(action, &QAction::triggered, this,
            [this, layout, name] { emit layoutWished(layout, name, false); });
    return action;
}

/// Lock, solo and colour of one track.
void TimelineView::fillStateMenu(QMenu& menu, const TrackPlace& place, const Track& track)
{
    const QString title = track.title();
    const TrackLayout all = completed(m_tracks, m_layout);
    const auto addSwitch
        = [&](const QString& text, bool TrackPlace::*state, const QString& on, const QString& off) {
              TrackPlace other = place;
              other.*state = !(place.*state);
              QAction* action = addWish(menu, text, with(all, other), other.*state ? on : off);
              action->setCheckable(true);
              action->setChecked(place.*state);
          };
    if (track.isEditable())
        addSwitch(tr("&Lock: no edits"), &TrackPlace::locked, tr("lock %1").arg(title),
                  tr("unlock %1").arg(title));
    addSwitch(tr("&Solo: show only this"), &TrackPlace::solo, tr("show only %1").arg(title),
              tr("show other tracks beside %1").arg(title));
    QMenu* colours = menu.addMenu(tr("&Colour"));
    const QStringList names{tr("Its own"),      tr("Orange"),         tr("Sky blue"),
                            tr("Bluish green"), tr("Yellow"),         tr("Blue"),
                            tr("Vermilion"),    tr("Reddish purple"), tr("Grey")};
    for (int number = 0; number <= Theme::kTrackColours; ++number) {
        TrackPlace coloured = place;
        coloured.colour = number;
        QAction* action
            = addWish(*colours, names.at(number), with(all, coloured), tr("colour of %1").arg(title));
        action->setCheckable(true);
        action->setChecked(place.colour == number);
        if (number > 0) {
            QPixmap swatch(16, 16);
            swatch.fill(themeOf(palette()).trackColour(number));
            action->setIcon(swatch);
        }
    }
}

void TimelineView::fillHeadMenu(QMenu& menu, Track* track)
{
    const TrackLayout all = completed(m_tracks, m_layout);
    const auto add = [&](const QString& text, const TrackLayout& layout, const QString& name) {
        return addWish(menu, text, layout, name);
    };
    const auto row
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& r) { return r.track == track; });
    if (row != m_rows.end()) {
        TrackPlace place = placeOf(track, m_layout);
        place.hidden = true;
        add(tr("&Hide %1").arg(track->title()), with(all, place), tr("hide %1").arg(track->title()));
        if (row != m_rows.begin())
            add(tr("Move &up"), moved(all, place.key, (row - 1)->track->objectName()),
                tr("move %1").arg(track->title()));
        if (row + 1 != m_rows.end())
            add(tr("Move &down"),
                moved(all, place.key, row + 2 == m_rows.end() ? QString() : (row + 2)->track->objectName()),
                tr("move %1").arg(track->title()));
        place.hidden = false;
        TrackPlace automatic = place;
        if (std::exchange(automatic.height, 0) != 0)
            add(tr("&Automatic height"), with(all, automatic), tr("height of %1").arg(track->title()));
        menu.addSeparator();
        track->fillDisplayMenu(menu);
        menu.addSeparator();
        fillStateMenu(menu, place, *track);
        menu.addSeparator();
    }
    for (const Track* hidden : m_tracks) {
        TrackPlace place = placeOf(hidden, m_layout);
        if (std::exchange(place.hidden, false) && hidden->isVisible())
            add(tr("&Show %1").arg(hidden->title()), with(all, place), tr("show %1").arg(hidden->title()));
    }
    if (!m_layout.empty())
        add(tr("&All tracks as they were at first"), {}, tr("tracks as they were at first"));
}

void TimelineView::fillTrackMenu(QMenu& menu)
{
    for (const Row& row : m_rows)
        fillHeadMenu(*menu.addMenu(row.track->title()), row.track);
    menu.addSeparator();
    fillHeadMenu(menu, nullptr);
}

}
