#include "app/conversation/conversation_faces.h"

#include "app/conversation/conversation_in_sight.h"
#include "app/conversation/conversation_tracks.h"
#include "app/conversation/speaker_part.h"
#include "app/document/document.h"
#include "app/faces/shown_face.h"
#include "app/playback/player.h"
#include "widgets/base/person_look.h"
#include "widgets/player/video_surface.h"

#include <algorithm>

namespace app {

namespace {

/// The number that a face of the list has after the corrections of the project.
std::size_t faceAfter(std::size_t face, const engine::FaceCorrections& corrections)
{
    for (const engine::FaceCorrection& step : corrections.steps) {
        const auto* merged = std::get_if<engine::MergedFaces>(&step);
        if (merged && merged->other == face)
            face = merged->kept;
    }
    return face;
}

}

ConversationFaces::ConversationFaces(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts)
{
    const auto showAnew = [this] {
        tellNames();
        show();
    };
    connect(&parts.conversation, &ConversationInSight::changed, this, showAnew);
    connect(&parts.faces, &Faces::changed, this, showAnew);
    connect(&parts.document.sight(), &DocumentSight::changed, this, &ConversationFaces::show);
    connect(&parts.player, &Player::frameReady, this, [this](const QImage&, double seconds) {
        m_pictureTime = seconds;
        show();
    });
}

bool ConversationFaces::isThere() const
{
    const auto& data = m_parts.conversation.data();
    return data && data->conversation.media == engine::ConversationMedia::Picture
        && std::ranges::any_of(
               data->conversation.participants,
               [](const engine::ConversationParticipant& who) { return who.face.has_value(); });
}

void ConversationFaces::setNamed(bool isNamed)
{
    m_isNamed = isNamed;
    show();
}

void ConversationFaces::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    show();
}

/// A name that a person gave a face counts before the number in the list.
std::optional<std::size_t> ConversationFaces::faceOf(std::size_t participant) const
{
    const engine::FaceCorrections said = m_parts.faces.corrections();
    const ConversationData& data = *m_parts.conversation.data();
    const std::string name = data.nameOf(participant).toStdString();
    for (const auto& [face, called] : said.names) {
        if (called == name)
            return face;
    }
    const auto& listed = data.conversation.participants[participant].face;
    if (!listed)
        return std::nullopt;
    const std::size_t face = faceAfter(static_cast<std::size_t>(*listed), said);
    return said.names.contains(face) ? std::nullopt : std::optional(face); // somebody else by now
}

void ConversationFaces::tellNames()
{
    std::map<std::size_t, Faces::Known> known;
    m_participants.clear();
    for (std::size_t i = 0; isThere() && i < m_parts.conversation.data()->people.size(); ++i) {
        const auto face = faceOf(i);
        if (!face)
            continue;
        known[*face] = {m_parts.conversation.data()->nameOf(i), widgets::usualPersonColour(i)};
        m_participants[*face] = i;
    }
    m_parts.faces.setKnown(std::move(known));
}

void ConversationFaces::show()
{
    const bool isShown = isThere() && m_parts.document.sight().now().words;
    m_parts.faces.want(this, isShown && (m_isNamed || m_isFollowing));
    std::vector<widgets::ShownFace> people;
    QRectF box; // of who is followed
    const auto turn = isShown ? m_parts.tracks.currentTurn() : std::nullopt;
    const auto speaker
        = turn ? std::optional(m_parts.conversation.data()->shown->turns[*turn].speaker) : std::nullopt;
    if (isShown && m_parts.faces.tracks() && m_parts.player.info() && m_pictureTime) {
        const double now = *m_pictureTime;
        const double end = turn ? m_parts.conversation.data()->shown->turns[*turn].end : 0.0;
        for (const Faces::Seen& seen : m_parts.faces.at(now)) {
            const auto who = m_participants.find(seen.person);
            if (who == m_participants.end())
                continue;
            widgets::ShownFace face = shownFace(seen, m_parts.faces.tracks()->pixels, *m_parts.player.info());
            face.name = m_parts.faces.nameOf(seen.person);
            face.colour = m_parts.faces.colourOf(seen.person);
            face.speaks = who->second == speaker && now < end;
            face.landmarks.clear();
            if (who->second == speaker)
                box = face.box;
            people.push_back(std::move(face));
        }
    }
    if (!isShown || !m_isFollowing || !speaker) {
        m_followed.reset();
        m_part = {};
    } else if (!box.isEmpty()) { // else the picture rests where the face was seen last
        const engine::MediaInfo& info = *m_parts.player.info();
        const double aspect = static_cast<double>(std::max(1, info.width)) / std::max(1, info.height);
        m_part = partAround(box, m_followed == speaker ? m_part : QRectF(), aspect);
        m_followed = speaker;
    }
    if (!m_isNamed)
        people.clear();
    m_parts.video.setPeople(people);
    m_parts.video.setPart(m_part);
}

}
