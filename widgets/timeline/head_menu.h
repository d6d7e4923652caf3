#pragma once

#include "widgets/timeline/head_signs.h"

#include <QObject>

class QAction;
class QMenu;

namespace widgets {

struct Theme;

/// Fills the menu of a track's head. It offers what can be done with the track's place, height and state, and
/// it lists the hidden tracks, so that they can be shown again.
class HeadMenu : public QObject {
    Q_OBJECT
public:
    /// @param rows  must outlive the menu
    explicit HeadMenu(const TrackRows& rows, QObject* parent = nullptr);

    /// Adds the entries for one track. @param track  null: only the hidden tracks are listed
    void fill(QMenu& menu, Track* track, const Theme& theme);
    /// Adds a submenu for each track that is shown, and lists the hidden tracks.
    void fillForAll(QMenu& menu, const Theme& theme);

signals:
    /// A person chose an entry. @param what  name of the step for the history
    void layoutWished(const widgets::TrackLayout& layout, const QString& what);

private:
    QAction* addWish(QMenu& menu, const QString& text, const LayoutWish& wish);
    void addPlace(QMenu& menu, const Track& track);
    void addState(QMenu& menu, Track& track);
    void addColours(QMenu& menu, const Track& track, const Theme& theme);
    void addHidden(QMenu& menu);

    const TrackRows& m_rows;
};

}
