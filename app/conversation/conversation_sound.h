#pragma once

#include "app/conversation/conversation_in_sight.h"
#include "app/conversation/kept_levels.h"
#include "app/playback/sound_mixer.h"

#include <QObject>

#include <string>

namespace app {

class Document;
class Player;

/// Who is heard of the conversation in sight, and how loud: everybody at first. While a pass hides what is
/// said, only the participant in hand is heard.
class ConversationSound : public QObject {
    Q_OBJECT
public:
    ConversationSound(Document& document, Player& player, ConversationInSight& conversation, QObject* parent);

    /// What a person set for one participant.
    struct Level {
        double gain = 1.0; ///< 0…1
        bool isMuted = false;
        bool isSolo = false; ///< only those with solo are heard
        bool isHeard = true; ///< after all of it
        friend bool operator==(const Level&, const Level&) = default;
    };
    /// Absent: the sound of the participant cannot be told from that of the others, or there is none.
    std::optional<Level> level(std::size_t person) const;
    void setGain(std::size_t person, double gain);
    void setMuted(std::size_t person, bool isMuted);
    void setSolo(std::size_t person, bool isSolo);
    /// Whether only the participant in hand is heard, whoever that is.
    bool isAlone() const { return m_isAlone; }
    void setAlone(bool isAlone);
    /// Whether the conversation in sight has a sound for each participant.
    bool canTellApart() const;

signals:
    void changed();

private:
    bool hasSound(std::size_t person) const;
    engine::HeardLevel levelOf(std::size_t person) const;
    void setLevel(std::size_t person, const engine::HeardLevel& level);
    void takeConversation();
    bool isHeard(std::size_t person) const;
    double heardGain(std::size_t person) const;
    QList<SoundVoice> voices() const;
    QList<SoundVoice> clipVoices() const;
    void followClips(double seconds);
    void show();

    Document& m_document;
    Player& m_player;
    ConversationInSight& m_conversation;
    KeptLevels m_kept;
    engine::HeardLevels m_levels; ///< of the conversation in sight
    bool m_isAlone = false;
    std::size_t m_clipBlock = 0; ///< of clips in the order of starts, where those with sound begin
};

}
