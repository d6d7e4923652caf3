#include "app/conversation/conversation_sound.h"

#include "app/conversation/conversation_clips.h"
#include "app/document/document.h"
#include "app/playback/player.h"

#include <algorithm>

namespace app {

namespace {

constexpr double kFull = 1.0; // gain of who was not touched
constexpr std::size_t kClipBlock = 16; // clips; the sound of two blocks is open

const engine::ConversationParticipant& participantOf(const ConversationData& data, std::size_t person)
{
    return data.conversation.participants[person];
}

}

ConversationSound::ConversationSound(Document& document, Player& player, ConversationInSight& conversation,
                                     QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_player(player)
    , m_conversation(conversation)
    , m_kept(document)
{
    connect(&conversation, &ConversationInSight::changed, this, &ConversationSound::takeConversation);
    connect(&document.sight(), &DocumentSight::changed, this, &ConversationSound::show);
    connect(&player, &Player::positionChanged, this, &ConversationSound::followClips);
}

bool ConversationSound::hasSound(std::size_t person) const
{
    const ConversationData& data = *m_conversation.data();
    const engine::ConversationParticipant& who = participantOf(data, person);
    if (data.conversation.media == engine::ConversationMedia::Recordings)
        return data.hand && m_document.dataset().mediaOf(data.conversation.entryOf(who));
    if (data.conversation.media == engine::ConversationMedia::Clips)
        return std::ranges::any_of(data.conversation.clips, [&](const engine::ConversationClip& clip) {
            return clip.participant == who.id;
        });
    return who.channel.has_value();
}

bool ConversationSound::canTellApart() const
{
    const auto& data = m_conversation.data();
    if (!data)
        return false;
    int heard = 0;
    for (std::size_t i = 0; i < data->people.size(); ++i)
        heard += hasSound(i) ? 1 : 0;
    return heard > 1;
}

std::optional<ConversationSound::Level> ConversationSound::level(std::size_t person) const
{
    if (!canTellApart() || !hasSound(person))
        return std::nullopt;
    const engine::HeardLevel level = levelOf(person);
    return Level{level.gain, level.isMuted, level.isSolo, isHeard(person)};
}

void ConversationSound::takeConversation()
{
    const auto& data = m_conversation.data();
    m_levels = data ? m_kept.of(data->conversation.id) : engine::HeardLevels();
    show();
}

engine::HeardLevel ConversationSound::levelOf(std::size_t person) const
{
    const auto found = m_levels.find(participantOf(*m_conversation.data(), person).id);
    return found == m_levels.end() ? engine::HeardLevel() : found->second;
}

void ConversationSound::setLevel(std::size_t person, const engine::HeardLevel& level)
{
    const ConversationData& data = *m_conversation.data();
    m_levels[participantOf(data, person).id] = level;
    m_kept.keep(data.conversation.id, m_levels);
    show();
}

bool ConversationSound::isHeard(std::size_t person) const
{
    const ConversationData& data = *m_conversation.data();
    const bool isAlone = m_isAlone || !m_document.sight().now().words;
    if (isAlone && data.hand && hasSound(*data.hand))
        return person == *data.hand;
    const engine::HeardLevel own = levelOf(person);
    if (own.isSolo)
        return true;
    for (std::size_t i = 0; i < data.people.size(); ++i) {
        if (levelOf(i).isSolo && hasSound(i))
            return false;
    }
    return !own.isMuted;
}

double ConversationSound::heardGain(std::size_t person) const
{
    return isHeard(person) ? levelOf(person).gain : 0.0;
}

/// Of many clips those about the playhead: each of them is a file that is open.
QList<SoundVoice> ConversationSound::clipVoices() const
{
    const ConversationData& data = *m_conversation.data();
    const auto& clips = data.conversation.clips;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < clips.size(); ++i)
        order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return clips[i].start; });
    const std::size_t first = m_clipBlock * kClipBlock;
    const std::size_t last = std::min(order.size(), first + 2 * kClipBlock);
    QList<SoundVoice> voices;
    for (std::size_t k = first; k < last; ++k) {
        const engine::ConversationClip& clip = clips[order[k]];
        const auto& people = data.conversation.participants;
        const auto who = std::ranges::find(people, clip.participant, &engine::ConversationParticipant::id);
        SoundVoice voice;
        voice.path = clipPath(m_document.dataset(), clip);
        voice.begins = data.time.of(clip.start);
        voice.length = std::max(0.0, clip.end - clip.start);
        voice.gain = who == people.end() ? kFull : heardGain(static_cast<std::size_t>(who - people.begin()));
        voices << voice;
    }
    return voices;
}

/// Of which clips the sound is open follows the playhead.
void ConversationSound::followClips(double seconds)
{
    const auto& data = m_conversation.data();
    if (!data || data->conversation.media != engine::ConversationMedia::Clips)
        return;
    const double moment = data->time.toConversation(seconds);
    const auto begun = static_cast<std::size_t>(
        std::ranges::count_if(data->conversation.clips,
                              [&](const engine::ConversationClip& clip) { return clip.start <= moment; }));
    const std::size_t place = begun > 0 ? begun - 1 : 0; // of the clip at the playhead
    const bool isWithin = place >= m_clipBlock * kClipBlock && place < (m_clipBlock + 2) * kClipBlock - 1;
    if (isWithin)
        return;
    m_clipBlock = place / kClipBlock;
    show();
}

/// Where nobody was made softer, channels are heard as they were recorded, each at its side.
QList<SoundVoice> ConversationSound::voices() const
{
    const bool hasClips = m_conversation.data()->conversation.media == engine::ConversationMedia::Clips;
    if (!canTellApart() && !hasClips)
        return {SoundVoice()};
    const ConversationData& data = *m_conversation.data();
    if (hasClips)
        return clipVoices();
    const bool areRecordings = data.conversation.media == engine::ConversationMedia::Recordings;
    QList<SoundVoice> voices;
    bool isAsRecorded = !areRecordings;
    for (std::size_t i = 0; i < data.people.size(); ++i) {
        if (!hasSound(i))
            continue;
        const engine::ConversationParticipant& who = participantOf(data, i);
        SoundVoice voice;
        voice.gain = heardGain(i);
        isAsRecorded = isAsRecorded && voice.gain == kFull;
        if (!areRecordings) {
            voice.channel = who.channel;
        } else if (i != data.hand) {
            voice.path = QString::fromStdString(
                m_document.dataset().mediaOf(data.conversation.entryOf(who))->file.path().string());
            voice.begins = data.time.of(who.time.offset);
            voice.rate = (1.0 + data.time.own.driftPpm * 1e-6) / (1.0 + who.time.driftPpm * 1e-6);
        }
        voices << voice;
    }
    return isAsRecorded ? QList<SoundVoice>{SoundVoice()} : voices;
}

void ConversationSound::setGain(std::size_t person, double gain)
{
    if (!m_conversation.data())
        return;
    engine::HeardLevel level = levelOf(person);
    level.gain = std::clamp(gain, 0.0, kFull);
    level.isMuted = false; // who moves the fader wants to hear it
    setLevel(person, level);
}

void ConversationSound::setMuted(std::size_t person, bool isMuted)
{
    if (!m_conversation.data())
        return;
    engine::HeardLevel level = levelOf(person);
    level.isMuted = isMuted;
    setLevel(person, level);
}

void ConversationSound::setSolo(std::size_t person, bool isSolo)
{
    if (!m_conversation.data())
        return;
    engine::HeardLevel level = levelOf(person);
    level.isSolo = isSolo;
    setLevel(person, level);
}

void ConversationSound::setAlone(bool isAlone)
{
    m_isAlone = isAlone;
    show();
}

void ConversationSound::show()
{
    m_player.setVoices(m_conversation.data() ? voices() : QList<SoundVoice>{SoundVoice()});
    emit changed();
}

}
