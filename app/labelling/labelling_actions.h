#pragma once

#include "app/document/tier_views.h"

#include <QObject>

class QDockWidget;

namespace widgets {
class RatingBar;

}

namespace app {

class Actions;
class Document;
class Editor;
class Gamepad;
class LiveLabels;
class Player;
class RatingRecorder;
class Settings;

/// What keys and menus do to label while the video plays: held digits, and continuous ratings.
class LabellingActions : public QObject {
    Q_OBJECT
public:
    /// @param ratingDock  holds the bar, and is shown while it is needed
    LabellingActions(Document& document, Editor& editor, Player& player, const Actions& actions,
                     widgets::RatingBar& bar, QDockWidget& ratingDock, QWidget* window);

    /// The tier that is labelled.
    void setTier(const TierName& tier);

    RatingRecorder& recorder() { return *m_recorder; }

signals:
    /// The rating that is being recorded has new values: recorder() has its tier, start and values.
    void recorded();
    /// Recording is over, and the bar is hidden.
    void finished();

private:
    void record();
    void askForDelay();
    void showState();

    Document& m_document;
    widgets::RatingBar& m_bar;
    QDockWidget& m_dock;
    QWidget* m_window;
    TierName m_tier;
    LiveLabels* m_live;
    RatingRecorder* m_recorder;
    Gamepad* m_gamepad;
};

}
