#pragma once

#include "widgets/timeline/track_rows.h"

#include <QObject>

class QAction;
class QMenu;

namespace widgets {

struct Theme;

/// The menu of a track's head: what can be done with the track's place, height and state, and the hidden
/// tracks, to show them again.
class HeadMenu : public QObject {
    Q_OBJECT
public:
    /// @param rows  must outlive the menu
    explicit HeadMenu(const TrackRows& rows, QObject* parent = nullptr);

    /// @param track  null: only the hidden tracks
    void fill(QMenu& menu, Track* track, const Theme& theme);
    /// A submenu for each track that is shown, and the hidden tracks.
    void fillForAll(QMenu& menu, const Theme& theme);

signals:
    /// A person chose an entry. @param what  name of the step for the history
    void layoutWished(const widgets::TrackLayout& layout, const QString& what);

private:
    QAction* addWish(QMenu& menu, const QString& text, const TrackLayout& layout, const QString& what);
    void addPlace(QMenu& menu, const Track& track);
    void addState(QMenu& menu, const Track& track);
    void addColours(QMenu& menu, const Track& track, const Theme& theme);
    void addHidden(QMenu& menu);

    const TrackRows& m_rows;
};

}
