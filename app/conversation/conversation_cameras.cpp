#include "app/conversation/conversation_cameras.h"

#include "app/cameras/cameras.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "engine/project_items/conversation_items.h"
#include "widgets/base/person_look.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t kMostPlayers = 4;

bool isSpeaking(const engine::TakenTurns& turns, std::size_t person, double seconds)
{
    return std::ranges::any_of(turns.turns, [&](const engine::SpeakingTurn& turn) {
        return turn.speaker == person && turn.start <= seconds && seconds < turn.end;
    });
}

}

ConversationCameras::ConversationCameras(Document& document, Editor& editor, Player& player, Cameras& cameras,
                                         ConversationInSight& conversation, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
    , m_cameras(cameras)
    , m_conversation(conversation)
{
    connect(&conversation, &ConversationInSight::changed, this, &ConversationCameras::show);
    connect(&document.sight(), &DocumentSight::changed, this, &ConversationCameras::show);
    connect(&player, &Player::positionChanged, this, &ConversationCameras::showSpeaking);
    connect(&cameras, &Cameras::participantMoved, this, &ConversationCameras::move);
}

void ConversationCameras::show()
{
    m_people.clear();
    std::vector<Camera> others;
    std::vector<Cameras::Participant> looks;
    const auto& data = m_conversation.data();
    const bool isSeen = m_document.sight().now().words; // else a pass shows one person alone
    if (data && data->hand && isSeen && data->conversation.media == engine::ConversationMedia::Recordings) {
        m_people.push_back(*data->hand);
        for (std::size_t i = 0; i < data->people.size() && m_people.size() < kMostPlayers; ++i) {
            if (i == *data->hand)
                continue;
            const engine::ConversationParticipant& who = data->conversation.participants[i];
            const auto* media = m_document.dataset().mediaOf(data->conversation.entryOf(who));
            Camera camera;
            camera.key = "participant/" + data->conversation.entryOf(who);
            if (media)
                camera.file = media->file.path();
            camera.participant = who.id;
            camera.offset = data->time.of(who.time.offset);
            camera.rate = (1.0 + data->time.own.driftPpm * 1e-6) / (1.0 + who.time.driftPpm * 1e-6);
            others.push_back(std::move(camera));
            m_people.push_back(i);
        }
        for (const std::size_t person : m_people)
            looks.push_back({data->nameOf(person), widgets::usualPersonColour(person), false});
    }
    m_cameras.setParticipants(std::move(others), std::move(looks));
    m_cameras.setOwnJudged(m_isListenerJudged);
    showSpeaking();
}

void ConversationCameras::showSpeaking()
{
    const auto& data = m_conversation.data();
    if (!data || m_people.empty())
        return;
    std::vector<bool> speaks;
    for (const std::size_t person : m_people)
        speaks.push_back(isSpeaking(*data->shown, person, m_player.position()));
    m_cameras.setSpeaking(speaks);
}

void ConversationCameras::setListenerJudged(bool isJudged)
{
    m_isListenerJudged = isJudged;
    m_cameras.setOwnJudged(isJudged);
}

void ConversationCameras::move(const QString& participant, double begins, int gesture)
{
    const auto& data = m_conversation.data();
    if (!data)
        return;
    const auto& all = data->conversation.participants;
    const auto who = std::ranges::find(all, participant.toStdString(), &engine::ConversationParticipant::id);
    if (who == all.end())
        return;
    engine::RecordingTime time = who->time;
    time.offset = data->time.toConversation(begins);
    setTime(static_cast<std::size_t>(who - all.begin()), time, gesture);
}

void ConversationCameras::setTime(std::size_t person, const engine::RecordingTime& time, int gesture)
{
    const auto& data = m_conversation.data();
    if (!data)
        return;
    const std::string id = data->conversation.participants.at(person).id;
    const QString name = tr("offset of %1").arg(data->nameOf(person));
    const auto make = [conversation = data->conversation, id, time](const engine::Annotation& annotation) {
        return engine::putRecordingTime(annotation, conversation, id, time);
    };
    if (gesture == 0)
        m_editor.edit(name, make);
    else
        m_editor.gesture(gesture, name, make);
}

}
