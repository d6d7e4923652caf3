#pragma once

#include "app/conversation/conversation_in_sight.h"
#include "app/conversation/turn_segments_dialog.h"

#include <QObject>

namespace app {

class Actions;
class Document;
class Editor;
class TierInHand;
class TierReader;

/// Makes segments of the turns of a conversation: to be labelled, about who speaks or who listens; or as they
/// are, so that turns that were guessed count from then on. One step of the history for all participants;
/// tiers that hold anything stay as they are.
class TurnSegments : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Editor& editor;
        TierReader& reader;
        TierInHand& hand;
        ConversationInSight& conversation;
    };
    TurnSegments(const Parts& parts, const Actions& actions, QWidget* window);

private:
    void ask();
    bool areThere();
    void keep();
    void sayMade(int made, int kept);
    void make(const std::shared_ptr<const ConversationData>& data, const TurnSegmentsWish& wish);

    Parts m_parts;
    QWidget* m_window;
};

/// The change that adds these segments. @param kept  counts tiers that hold segments already
engine::Change turnSegments(const engine::Annotation& annotation, const ConversationData& data,
                            const TurnSegmentsWish& wish, int& made, int& kept);

/// The change that keeps what everybody says as tiers `turns`. @param kept  as of turnSegments()
engine::Change turnTiers(const engine::Annotation& annotation, const ConversationData& data, int& made,
                         int& kept);

}
