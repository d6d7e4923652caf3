#pragma once

#include "app/document/tier_views.h"

#include <QObject>

#include <optional>

class QKeyEvent;
class QWidget;

namespace app {

class Document;
class Editor;
class Player;

/// Labels while the video plays: a digit that is held down is a segment of the tier in hand, from press to
/// release, with that step of its first label. Both times are put back by the annotator's reaction delay.
/// With the words in hand, which have no labels, a digit labels the labelled segment under the playhead as it
/// was pressed.
class LiveLabels : public QObject {
    Q_OBJECT
public:
    /// @param place  the widget whose keys count, with all that lies in it
    LiveLabels(Document& document, Editor& editor, Player& player, QWidget& place, QObject* parent = nullptr);

    void setActive(bool active);
    void setTier(const TierName& tier)
    {
        m_tier = tier;
        m_held.reset();
    }
    void setDelay(double seconds) { m_delay = seconds; }
    double delay() const { return m_delay; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Held {
        int key = 0;
        int step = 0; ///< of the scale, from 0
        double since = 0.0; ///< media time, seconds
    };
    void release();
    void labelSegment(const Held& held);

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    QWidget& m_place;
    TierName m_tier;
    double m_delay = 0.0;
    bool m_isActive = false;
    std::optional<Held> m_held;
};

}
