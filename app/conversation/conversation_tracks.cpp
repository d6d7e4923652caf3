#include "app/conversation/conversation_tracks.h"

#include "app/conversation/conversation_sound.h"
#include "app/document/document.h"
#include "app/playback/player.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/features_track.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/person_head_track.h"
#include "widgets/tracks/text_track.h"

#include <algorithm>

namespace app {

namespace {

/// What belongs to a conversation or participant, for the layout of tracks.
QString trackName(const QString& entry, const QString& what)
{
    return QStringLiteral("conversation:") + entry + QLatin1Char(':') + what;
}

QString detailOf(const engine::ConversationParticipant& who)
{
    QStringList parts;
    if (!who.role.empty())
        parts << QString::fromStdString(who.role);
    if (who.channel)
        parts << ConversationTracks::tr("channel %1").arg(*who.channel);
    if (who.time.offset != 0.0)
        parts << ConversationTracks::tr("offset %1 s").arg(who.time.offset, 0, 'f', 3);
    if (who.time.driftPpm != 0.0)
        parts << ConversationTracks::tr("drift %1 ppm").arg(who.time.driftPpm, 0, 'f', 0);
    return parts.join(QStringLiteral(", "));
}

}

ConversationTracks::ConversationTracks(widgets::TimelineView& view, Document& document, Player& player,
                                       ConversationInSight& conversation, ConversationSound& sound,
                                       QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_document(document)
    , m_player(player)
    , m_conversation(conversation)
    , m_sound(sound)
{
    connect(&conversation, &ConversationInSight::changed, this, &ConversationTracks::show);
    connect(&document.sight(), &DocumentSight::changed, this, &ConversationTracks::showSight);
    connect(&player, &Player::positionChanged, this, &ConversationTracks::showPosition);
    connect(&sound, &ConversationSound::changed, this, &ConversationTracks::showSound);
}

void ConversationTracks::clear()
{
    for (const Group& group : m_groups) {
        for (const Lane& lane : group.lanes)
            m_view.removeTrack(lane.track);
        m_view.removeTrack(group.head);
    }
    m_groups.clear();
    if (m_whoSpeaks)
        m_view.removeTrack(m_whoSpeaks);
    m_whoSpeaks = nullptr;
    m_view.setLeaderOfRest({});
}

/// While only turns changed, the tracks of people stay as they are.
void ConversationTracks::show()
{
    const auto& data = m_conversation.data();
    const bool areSame = data && m_shown && data->people == m_shown->people && data->hand == m_shown->hand
        && data->conversation == m_shown->conversation;
    m_shown = data;
    if (!areSame) {
        clear();
        if (!data)
            return;
        m_whoSpeaks = new widgets::WhoSpeaksTrack(this);
        m_whoSpeaks->setObjectName(QStringLiteral("whoSpeaksTrack"));
        m_whoSpeaks->setLeader({});
        connect(m_whoSpeaks, &widgets::WhoSpeaksTrack::turnChosen, this, [this](std::size_t turn) {
            emit timeChosen(m_conversation.data()->shown->turns[turn].start);
        });
        m_view.addTrack(m_whoSpeaks, m_view.tracks().empty() ? nullptr : m_view.tracks().front());
        if (data->hand)
            addHand(*data);
        for (std::size_t i = 0; i < data->people.size(); ++i) {
            if (data->hand != i)
                addPerson(*data, i);
        }
    }
    showTurns();
    showSight();
    showSound();
    showPosition(m_player.position());
}

void ConversationTracks::showTurns()
{
    widgets::WhoSpeaksTrack::Content content;
    for (std::size_t i = 0; i < m_shown->people.size(); ++i)
        content.people.push_back({m_shown->nameOf(i), widgets::usualPersonColour(i)});
    if (m_shown->problem.isEmpty())
        content.turns = m_shown->shown;
    content.isEstimated = m_shown->areTurnsEstimated();
    m_whoSpeaks->setContent(std::move(content));
}

void ConversationTracks::addHead(Group& group, const ConversationData& data, const widgets::Track* below)
{
    const engine::ConversationParticipant& who = data.conversation.participants[group.person];
    const bool isInHand = data.hand == group.person;
    group.head = new widgets::PersonHeadTrack(this);
    group.head->setObjectName(trackName(group.entry, QStringLiteral("head")));
    group.head->setLeader({}); // it leads others
    group.head->setContent({data.nameOf(group.person),
                            detailOf(who),
                            widgets::usualPersonColour(group.person),
                            isInHand,
                            m_folded.contains(group.entry),
                            !isInHand,
                            {}});
    const auto on = [&](auto signal, auto work) {
        connect(group.head, signal, this, [person = group.person, work](bool is) { work(person, is); });
    };
    on(&widgets::PersonHeadTrack::muteWished,
       [this](std::size_t person, bool isMuted) { m_sound.setMuted(person, isMuted); });
    on(&widgets::PersonHeadTrack::soloWished,
       [this](std::size_t person, bool isSolo) { m_sound.setSolo(person, isSolo); });
    m_view.addTrack(group.head, below);
}

void ConversationTracks::addHand(const ConversationData& data)
{
    const engine::ConversationParticipant& who = data.conversation.participants[*data.hand];
    Group group{QString::fromStdString(data.conversation.entryOf(who)), *data.hand, nullptr, {}};
    const auto& tracks = m_view.tracks();
    const auto at = std::ranges::find(tracks, m_whoSpeaks);
    addHead(group, data, at + 1 < tracks.end() ? *(at + 1) : nullptr);
    m_view.setLeaderOfRest(group.head->objectName());
    m_groups.push_back(std::move(group));
}

void ConversationTracks::addPerson(const ConversationData& data, std::size_t person)
{
    const PersonData& shown = *data.people[person];
    const engine::ConversationParticipant& who = data.conversation.participants[person];
    Group group{QString::fromStdString(data.conversation.entryOf(who)), person, nullptr, {}};
    addHead(group, data, nullptr);
    connect(group.head, &widgets::PersonHeadTrack::foldWished, this,
            [this, entry = group.entry](bool isFolded) {
                if (isFolded)
                    m_folded.insert(entry);
                else
                    m_folded.remove(entry);
                showSight();
            });
    if (!shown.words.texts.empty())
        add(group, new widgets::TextTrack(tr("%1: words").arg(shown.name), shown.words, this),
            QStringLiteral("words"), true, false);
    if (!shown.labels.rows.intervals.empty()) {
        auto* labels = new widgets::LabelsTrack(this);
        labels->setScale(shown.labels.scale.least, shown.labels.scale.greatest);
        labels->setLabels(shown.labels.rows, shown.labels.names, shown.labels.terms);
        add(group, labels, QStringLiteral("labels"), false, true);
    }
    for (const PersonFeatures& features : shown.features) {
        auto* track = new widgets::FeaturesTrack(QStringLiteral("%1: %2").arg(shown.name, features.key),
                                                 features.modality, this);
        track->setFeatures(features.features, features.names);
        add(group, track, features.key, false, false);
    }
    m_groups.push_back(std::move(group));
}

void ConversationTracks::add(Group& group, widgets::Track* track, const QString& name, bool showsWords,
                             bool showsLabels)
{
    track->setObjectName(trackName(group.entry, name));
    track->setLeader(group.head->objectName());
    track->setLocked(true); // the tracks of the participant in sight are edited
    m_view.addTrack(track);
    group.lanes.push_back({track, showsWords, showsLabels});
}

void ConversationTracks::showSight()
{
    const Sight& sight = m_document.sight().now();
    if (m_whoSpeaks)
        m_whoSpeaks->setVisible(m_isWhoSpeaksShown && sight.words);
    for (Group& group : m_groups) {
        const bool isFolded = m_folded.contains(group.entry);
        widgets::PersonHeadTrack::Content content = group.head->content();
        content.isFolded = isFolded && content.canFold;
        group.head->setContent(content);
        for (const Lane& lane : group.lanes) {
            const bool isHidden = !sight.words // then nothing tells of the others
                || (lane.showsLabels && !(sight.labels && sight.others && sight.dataset));
            lane.track->setVisible(!isFolded && !isHidden);
        }
    }
}

void ConversationTracks::showSound()
{
    for (const Group& group : m_groups) {
        widgets::PersonHeadTrack::Content content = group.head->content();
        const auto level = m_conversation.data() ? m_sound.level(group.person) : std::nullopt;
        content.sound.reset();
        if (level)
            content.sound = {level->isMuted, level->isSolo, level->isHeard};
        group.head->setContent(content);
    }
}

void ConversationTracks::setWhoSpeaksShown(bool shown)
{
    m_isWhoSpeaksShown = shown;
    showSight();
}

std::optional<std::size_t> ConversationTracks::currentTurn() const
{
    const auto& data = m_conversation.data();
    if (!data || !data->shown)
        return std::nullopt;
    const auto& turns = data->shown->turns;
    const auto next
        = std::ranges::upper_bound(turns, m_player.position() + 1e-3, {}, &engine::SpeakingTurn::start);
    return next == turns.begin() ? std::nullopt
                                 : std::optional(static_cast<std::size_t>(next - turns.begin()) - 1);
}

void ConversationTracks::showPosition(double)
{
    if (m_whoSpeaks)
        m_whoSpeaks->setCurrentTurn(currentTurn());
}

}
