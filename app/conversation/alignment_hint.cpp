#include "app/conversation/alignment_hint.h"

#include "app/conversation/conversation_in_sight.h"
#include "app/conversation/known_times.h"
#include "app/document/document.h"

namespace app {

AlignmentHint::AlignmentHint(Document& document, ConversationInSight& conversation, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_conversation(conversation)
{
    connect(&document, &Document::datasetChanged, this, [this] { m_said.clear(); });
    connect(&conversation, &ConversationInSight::changed, this, &AlignmentHint::look);
}

void AlignmentHint::look()
{
    const auto& data = m_conversation.data();
    if (!data || !data->hand || areTimesKnown(m_document, data->conversation)
        || !m_said.insert(data->conversation.id).second)
        return;
    m_document.notices().say(Notice::withCommand(
        tr("Nobody says when the recordings of %1 began: they are shown as if they had begun together.")
            .arg(QString::fromStdString(data->conversation.id)),
        QStringLiteral("recording-time")));
}

}
