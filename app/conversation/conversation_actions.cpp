#include "app/conversation/conversation_actions.h"

#include "app/actions/actions.h"
#include "app/conversation/conversation_sound.h"
#include "app/conversation/conversation_tracks.h"
#include "app/conversation/synchrony_lane.h"
#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/timeline/timeline_panel.h"

#include <algorithm>

namespace app {

namespace {

constexpr double kAtStart = 1e-3; // seconds from a turn's start that count as there

}

ConversationActions::ConversationActions(const Parts& parts, const Actions& actions, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_alone(actions.at("hear-alone"))
{
    const auto on = [&](const char* action, const auto& work) {
        connect(actions.at(action), &QAction::triggered, this, work);
    };
    on("next-turn", [this] { goToTurn(1); });
    on("previous-turn", [this] { goToTurn(-1); });
    on("hear-alone", [this](bool isAlone) { hearAlone(isAlone); });
    on("next-participant", [this] { showNextParticipant(); });
    on("who-speaks", [this](bool shown) { m_parts.tracks.setWhoSpeaksShown(shown); });
    on("synchrony", [this](bool shown) { m_parts.synchrony.setShown(shown); });
    actions.at("who-speaks")->setChecked(true);
    actions.at("synchrony")->setChecked(true);
    connect(&m_parts.tracks, &ConversationTracks::timeChosen, this, &ConversationActions::seek);
    connect(&m_parts.synchrony, &SynchronyLane::spanChosen, this, [this](engine::Interval span) {
        m_parts.timeline.setSelectedSpan(span);
        m_parts.timeline.play(span);
    });
}

void ConversationActions::seek(double seconds)
{
    m_parts.player.seek(std::clamp(seconds, 0.0, m_parts.player.duration()));
    m_parts.timeline.view().ensureVisible(seconds);
}

/// Says why nothing happens where no conversation is in sight.
bool ConversationActions::isThere()
{
    if (m_parts.conversation.data())
        return true;
    m_parts.document.notices().say(m_parts.conversation.isReading()
                                       ? tr("The conversation is being read.")
                                       : tr("This video belongs to no conversation: its list names none."));
    return false;
}

/// Turns of a pass that hides words are hidden, too.
void ConversationActions::goToTurn(int step)
{
    if (!isThere() || !m_parts.document.sight().now().words)
        return;
    const auto& turns = m_parts.conversation.data()->shown->turns;
    const double now = m_parts.player.position();
    const double end = m_parts.player.duration();
    if (step > 0) {
        const auto next = std::ranges::find_if(
            turns, [&](const engine::SpeakingTurn& turn) { return turn.start > now + kAtStart; });
        if (next != turns.end() && next->start < end)
            seek(next->start);
        return;
    }
    const auto before = std::find_if(turns.rbegin(), turns.rend(), [&](const engine::SpeakingTurn& turn) {
        return turn.start < now - kAtStart;
    });
    if (before != turns.rend())
        seek(before->start);
}

/// A sound of all together cannot be taken apart.
void ConversationActions::hearAlone(bool isAlone)
{
    if (isAlone && (!isThere() || !m_parts.sound.canTellApart())) {
        m_alone->setChecked(false);
        if (m_parts.conversation.data())
            m_parts.document.notices().say(
                tr("The voices of this conversation cannot be told apart: they have neither recordings nor "
                   "channels of their own."));
        return;
    }
    m_parts.sound.setAlone(isAlone);
}

void ConversationActions::showNextParticipant()
{
    if (!isThere())
        return;
    const ConversationData& data = *m_parts.conversation.data();
    const std::size_t next = data.hand ? (*data.hand + 1) % data.people.size() : 0;
    m_parts.conversation.showParticipant(next, m_parts.player.position());
}

}
