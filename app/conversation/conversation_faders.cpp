#include "app/conversation/conversation_faders.h"

#include "app/cameras/cameras.h"
#include "app/conversation/conversation_sound.h"
#include "widgets/player/video_surface.h"

namespace app {

namespace {

constexpr std::size_t kMostOverOne = 4; // people; the heads of more have their buttons in the timeline

}

ConversationFaders::ConversationFaders(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts)
{
    connect(&parts.sound, &ConversationSound::changed, this, &ConversationFaders::show);
    connect(&parts.cameras, &Cameras::changed, this, &ConversationFaders::show);
    connect(&parts.video, &widgets::VideoSurface::gainEdited, &parts.sound, &ConversationSound::setGain);
    connect(&parts.video, &widgets::VideoSurface::muteEdited, &parts.sound, &ConversationSound::setMuted);
}

/// The place of the picture among those that are shown; absent: there is none.
std::optional<std::size_t> ConversationFaders::pictureOf(std::size_t person) const
{
    const ConversationData& data = *m_parts.conversation.data();
    if (data.conversation.media != engine::ConversationMedia::Recordings)
        return 0;
    const Cameras& cameras = m_parts.cameras;
    const std::string& id = data.conversation.participants[person].id;
    std::size_t place = 0;
    for (int camera = 0; camera <= static_cast<int>(cameras.others().size()); ++camera) {
        const bool isTheirs = camera == 0
            ? data.hand == person
            : cameras.others()[static_cast<std::size_t>(camera) - 1].participant == id;
        if (!cameras.isShown(camera))
            continue;
        if (isTheirs)
            return place;
        ++place;
    }
    return std::nullopt;
}

void ConversationFaders::show()
{
    std::vector<widgets::CardSound::Content> sounds;
    const auto& data = m_parts.conversation.data();
    const bool shareOne = data && data->conversation.media != engine::ConversationMedia::Recordings;
    const bool haveRoom = data && (!shareOne || data->people.size() <= kMostOverOne);
    const std::size_t people = haveRoom ? data->people.size() : 0;
    for (std::size_t i = 0; i < people; ++i) {
        const auto level = m_parts.sound.level(i);
        const auto picture = pictureOf(i);
        if (level && picture)
            sounds.push_back(
                {i, *picture, data->nameOf(i), shareOne, level->gain, level->isMuted, level->isHeard});
    }
    m_parts.video.setSounds(sounds);
}

}
