#include "app/conversation/alignment_hint.h"

#include "app/conversation/conversation_in_sight.h"
#include "app/document/document.h"
#include "engine/project_items/conversation_items.h"

namespace app {

namespace {

/// Whether somebody wrote down when the recordings of a conversation begin, be it 0.
bool hasTimes(const nlohmann::ordered_json& more, const std::string& conversation)
{
    const auto field = more.find(engine::kConversationsField);
    if (field == more.end() || !field->is_array())
        return false;
    for (const auto& each : *field) {
        if (!each.is_object() || each.value("id", std::string()) != conversation)
            continue;
        const auto people = each.find("participants");
        if (people == each.end() || !people->is_array())
            return false;
        for (const auto& who : *people) {
            if (who.is_object() && (who.contains("offset_s") || who.contains("drift_ppm")))
                return true;
        }
    }
    return false;
}

}

AlignmentHint::AlignmentHint(Document& document, ConversationInSight& conversation, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_conversation(conversation)
{
    connect(&document, &Document::datasetChanged, this, [this] { m_isSaid = false; });
    connect(&conversation, &ConversationInSight::changed, this, &AlignmentHint::look);
}

bool AlignmentHint::isKnown(const std::string& conversation) const
{
    return m_document.annotation().item(engine::kConversationItems, conversation)
        || hasTimes(m_document.dataset().more, conversation);
}

void AlignmentHint::look()
{
    const auto& data = m_conversation.data();
    if (m_isSaid || !data || !data->hand || data->conversation.media != engine::ConversationMedia::Recordings)
        return;
    int recordings = 0;
    for (const engine::ConversationParticipant& who : data->conversation.participants)
        recordings += m_document.dataset().mediaOf(data->conversation.entryOf(who)) ? 1 : 0;
    if (recordings < 2 || isKnown(data->conversation.id))
        return;
    m_isSaid = true;
    m_document.notices().say(Notice::withCommand(
        tr("Nobody says when the recordings of %1 began: they are shown as if they had begun together.")
            .arg(QString::fromStdString(data->conversation.id)),
        QStringLiteral("recording-time")));
}

}
