#pragma once

#include <QString>

namespace app {

/// Whether models of this class see whole conversations, and answer in the Conversation tab.
inline bool isOfConversations(const QString& architecture)
{
    return architecture == QLatin1String("BCLSTM") || architecture == QLatin1String("DialogueRNN");
}

}
