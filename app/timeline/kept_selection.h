#pragma once

#include "engine/core/interval.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace widgets {
class TimelineView;
}

namespace app {

class Document;
class Player;
class TierInHand;

/// Keeps in the project what is selected, and selects it again when the project is opened: the tier in hand,
/// its segments (by their places, since those that lie in files have no lasting numbers), and the span of the
/// ruler.
class KeptSelection : public QObject {
    Q_OBJECT
public:
    KeptSelection(Document& document, Player& player, TierInHand& hand, widgets::TimelineView& view,
                  QObject* parent);

private:
    void note();
    void restore();
    void restoreSpan();

    Document& m_document;
    const Player& m_player;
    TierInHand& m_hand;
    widgets::TimelineView& m_view;
    QTimer m_delay; ///< a person who clicks along does not write each time
    bool m_isOpening = true; ///< the project's first video is not in sight yet
    std::optional<engine::Interval> m_span; ///< is selected when the media are open
};

}
