#include "widgets/timeline/head_menu.h"

#include "widgets/base/menu_text.h"
#include "widgets/timeline/head_signs.h"
#include "widgets/timeline/track_order.h"

#include <QMenu>
#include <QPixmap>

#include <utility>

namespace widgets {

HeadMenu::HeadMenu(const TrackRows& rows, QObject* parent) : QObject(parent), m_rows(rows) { }

void HeadMenu::fill(QMenu& menu, Track* track, const Theme& theme)
{
    if (m_rows.indexOf(track)) {
        addPlace(menu, *track);
        menu.addSeparator();
        track->fillDisplayMenu(menu);
        menu.addSeparator();
        addState(menu, *track);
        addColours(menu, *track, theme);
        menu.addSeparator();
    }
    addHidden(menu);
    if (!m_rows.layout().empty())
        addWish(menu, tr("&All tracks as they were at first"), {{}, tr("tracks as they were at first")});
}

void HeadMenu::fillForAll(QMenu& menu, const Theme& theme)
{
    for (const TrackRow& row : m_rows.rows())
        fill(*menu.addMenu(row.track->title()), row.track, theme);
    menu.addSeparator();
    fill(menu, nullptr, theme);
}

QAction* HeadMenu::addWish(QMenu& menu, const QString& text, const LayoutWish& wish)
{
    QAction* action = menu.addAction(text);
    connect(action, &QAction::triggered, this, [this, wish] { emit layoutWished(wish.layout, wish.what); });
    return action;
}

/// To hide the track, to move it up or down, and to give its height back to the view.
void HeadMenu::addPlace(QMenu& menu, const Track& track)
{
    const TrackLayout all = m_rows.completeLayout();
    const QString key = track.objectName();
    const QString title = track.title();
    addWish(menu, tr("&Hide %1").arg(title), wishOf(HeadSign::Hide, m_rows, track));
    const std::size_t index = *m_rows.indexOf(&track);
    const auto addStep = [&](const QString& text, bool isDown) {
        if (const auto before = m_rows.keyAfterStep(index, isDown))
            addWish(menu, text, {moved(all, key, *before), tr("move %1").arg(title)});
    };
    addStep(tr("Move &up"), false);
    addStep(tr("Move &down"), true);
    TrackPlace automatic = shownPlace(m_rows, track);
    if (std::exchange(automatic.height, 0) != 0)
        addWish(menu, tr("&Automatic height"), {with(all, automatic), tr("height of %1").arg(title)});
}

/// Lock and solo.
void HeadMenu::addState(QMenu& menu, Track& track)
{
    const auto addSwitch = [&](const QString& text, HeadSign sign, bool isOn) {
        QAction* action = addWish(menu, text, wishOf(sign, m_rows, track));
        action->setCheckable(true);
        action->setChecked(isOn);
    };
    const TrackPlace place = m_rows.placeOf(&track);
    if (track.answers() == Track::Answers::Locked || track.answers() == Track::Answers::Unlocked) {
        const bool isLocked = track.answers() == Track::Answers::Locked;
        connect(menu.addAction(isLocked ? tr("U&nlock these answers…") : tr("&Lock these answers again")),
                &QAction::triggered, &track, &Track::answersLockWished);
    } else if (track.isEditable()) {
        addSwitch(tr("&Lock: no edits"), HeadSign::Lock, place.locked);
    }
    addSwitch(tr("&Solo: show only this"), HeadSign::Solo, place.solo);
}

void HeadMenu::addColours(QMenu& menu, const Track& track, const Theme& theme)
{
    const TrackLayout all = m_rows.completeLayout();
    const TrackPlace place = shownPlace(m_rows, track);
    QMenu* colours = menu.addMenu(tr("&Colour"));
    const QStringList names{tr("Its own"),      tr("Orange"),         tr("Sky blue"),
                            tr("Bluish green"), tr("Yellow"),         tr("Blue"),
                            tr("Vermilion"),    tr("Reddish purple"), tr("Grey")};
    for (int number = 0; number <= Theme::kTrackColours; ++number) {
        TrackPlace coloured = place;
        coloured.colour = number;
        QAction* action = addWish(*colours, names.at(number),
                                  {with(all, coloured), tr("colour of %1").arg(track.title())});
        action->setCheckable(true);
        action->setChecked(place.colour == number);
        if (number > 0) {
            QPixmap swatch(16, 16);
            swatch.fill(theme.trackColour(number));
            action->setIcon(swatch);
        }
    }
}

void HeadMenu::addHidden(QMenu& menu)
{
    for (const Track* track : m_rows.tracks()) {
        TrackPlace place = m_rows.placeOf(track);
        if (std::exchange(place.hidden, false) && track->isVisible())
            addWish(menu, tr("Show %1").arg(literalText(track->title())),
                    {with(m_rows.completeLayout(), place), tr("show %1").arg(track->title())});
    }
}

}
