#pragma once

#include <QObject>

#include <string>

namespace app {

class ConversationInSight;
class Document;

/// Says of a conversation of several recordings, once for each dataset, that nobody knows how they lie to
/// each other, and offers the command that finds it.
class AlignmentHint : public QObject {
    Q_OBJECT
public:
    AlignmentHint(Document& document, ConversationInSight& conversation, QObject* parent);

private:
    void look();
    bool isKnown(const std::string& conversation) const;

    Document& m_document;
    ConversationInSight& m_conversation;
    bool m_isSaid = false;
};

}
