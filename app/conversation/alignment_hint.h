#pragma once

#include <QObject>

#include <set>
#include <string>

namespace app {

class ConversationInSight;
class Document;

/// Says of each conversation of several recordings, once, that nobody knows how they lie to each other, and
/// offers the command that finds it.
class AlignmentHint : public QObject {
    Q_OBJECT
public:
    AlignmentHint(Document& document, ConversationInSight& conversation, QObject* parent);

private:
    void look();

    Document& m_document;
    ConversationInSight& m_conversation;
    std::set<std::string> m_said; ///< of which conversations of the dataset
};

}
