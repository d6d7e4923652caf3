#include "app/conversation/conversation_clips.h"

#include "app/document/document.h"
#include "app/playback/player.h"
#include "widgets/player/transport_bar.h"
#include "widgets/player/video_surface.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace app {

namespace {

constexpr double kSlackOfClip = 0.0006; // seconds that a start may be rounded; else frames would flip

}

QString clipPath(const engine::DatasetList& list, const engine::ConversationClip& clip)
{
    return QString::fromStdString((clip.file.is_absolute() ? clip.file : list.root / clip.file).string());
}

ConversationClips::ConversationClips(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts)
{
    connect(&parts.conversation, &ConversationInSight::changed, this, &ConversationClips::start);
    connect(&parts.document.sight(), &DocumentSight::changed, this, &ConversationClips::follow);
    connect(&parts.player, &Player::positionChanged, this, &ConversationClips::follow);
    connect(&parts.player, &Player::durationChanged, this, &ConversationClips::keepLength);
}

/// Null: the conversation in sight has no clips, or a recording of its own is in sight.
const engine::Conversation* ConversationClips::clipped() const
{
    const auto& data = m_parts.conversation.data();
    const bool isClipped = data && data->conversation.media == engine::ConversationMedia::Clips
        && !data->conversation.clips.empty() && m_parts.document.hasVideo()
        && m_parts.document.video().mediaPath.isEmpty();
    return isClipped ? &data->conversation : nullptr;
}

bool ConversationClips::isSeen(const engine::ConversationClip& clip) const
{
    const auto& data = m_parts.conversation.data();
    const Sight& sight = m_parts.document.sight().now();
    const bool isTheirs = data->hand && data->conversation.participants[*data->hand].id == clip.participant;
    return sight.picture && (sight.words || isTheirs);
}

/// Of clips that overlap the later one, as the turns do.
std::optional<std::size_t> ConversationClips::clipAt(double seconds) const
{
    const engine::Conversation& conversation = *clipped();
    const double moment = m_parts.conversation.data()->time.toConversation(seconds) + kSlackOfClip;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < conversation.clips.size(); ++i) {
        const engine::ConversationClip& clip = conversation.clips[i];
        if (clip.start <= moment && moment < clip.end && isSeen(clip)
            && (!found || clip.start >= conversation.clips[*found].start))
            found = i;
    }
    return found;
}

std::optional<std::size_t> ConversationClips::clipAfter(double seconds) const
{
    const engine::Conversation& conversation = *clipped();
    const double moment = m_parts.conversation.data()->time.toConversation(seconds) + kSlackOfClip;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < conversation.clips.size(); ++i) {
        const engine::ConversationClip& clip = conversation.clips[i];
        if (clip.start > moment && isSeen(clip) && (!found || clip.start < conversation.clips[*found].start))
            found = i;
    }
    return found;
}

double ConversationClips::timeIn(std::size_t clip) const
{
    const ConversationData& data = *m_parts.conversation.data();
    return std::max(0.0,
                    data.time.toConversation(m_parts.player.position()) - data.conversation.clips[clip].start
                        + kSlackOfClip);
}

/// The files of the conversation before are closed.
void ConversationClips::start()
{
    close(m_shown);
    close(m_ready);
    m_current.reset();
    m_shownClip.reset();
    if (!clipped()) {
        if (std::exchange(m_isOn, false))
            m_parts.video.setClock({});
        return;
    }
    m_isOn = true;
    keepLength();
    follow();
}

/// Others speak on where the words of the one in hand have ended.
void ConversationClips::keepLength()
{
    const engine::Conversation* conversation = clipped();
    if (!conversation || m_parts.player.info())
        return;
    double end = m_parts.player.duration();
    for (const engine::ConversationClip& clip : conversation->clips)
        end = std::max(end, m_parts.conversation.data()->time.of(clip.end));
    if (end > m_parts.player.duration())
        m_parts.player.setFallbackDuration(end);
}

void ConversationClips::close(std::unique_ptr<Feed>& feed)
{
    std::erase_if(m_closing, [](const std::unique_ptr<Feed>& left) { return left->frames.isClosed(); });
    if (!feed)
        return;
    feed->frames.disconnect(this);
    feed->frames.open({});
    m_closing.push_back(std::move(feed));
}

void ConversationClips::open(std::unique_ptr<Feed>& feed, std::size_t clip)
{
    if (feed && feed->clip == clip)
        return;
    close(feed);
    feed = std::make_unique<Feed>();
    feed->clip = clip;
    Feed* const opened = feed.get();
    connect(&opened->frames, &FrameFeed::opened, this,
            [this, opened] { opened->frames.show(opened == m_shown.get() ? timeIn(opened->clip) : 0.0); });
    connect(&opened->frames, &FrameFeed::frameReady, this, [this, opened](const QImage& image) {
        opened->image = image;
        if (opened == m_shown.get() && m_current)
            showImage();
    });
    connect(&opened->frames, &FrameFeed::failed, this, [this, opened](const QString& problem) {
        opened->problem = problem;
        follow();
    });
    opened->frames.open(clipPath(m_parts.document.dataset(), clipped()->clips[clip]));
}

void ConversationClips::follow()
{
    if (!m_isOn || !clipped())
        return;
    const double now = m_parts.player.position();
    m_current = clipAt(now);
    if (m_current && m_ready && m_ready->clip == *m_current && (!m_shown || m_shown->clip != *m_current)) {
        close(m_shown);
        m_shown = std::move(m_ready);
    }
    if (m_current)
        open(m_shown, *m_current);
    if (const auto next = clipAfter(now))
        open(m_ready, *next);
    const QString problem = m_current ? m_shown->problem : QString();
    if (m_current && problem.isEmpty()) {
        m_shown->frames.show(timeIn(*m_current));
        if (isSettled() && !m_shown->image.isNull() && m_shownClip != m_current)
            showImage(); // the picture came before its time
        return;
    }
    m_shownClip.reset();
    const QString clock = widgets::timeCode(m_parts.conversation.data()->time.toConversation(now));
    m_parts.video.setClock(problem.isEmpty() ? clock : clock + QLatin1Char('\n') + problem);
}

void ConversationClips::showImage()
{
    m_shownClip = m_current;
    m_parts.video.setClock({});
    m_parts.video.setFrame(m_shown->image);
}

bool ConversationClips::isSettled() const
{
    return !m_isOn || !m_current || !m_shown || !m_shown->problem.isEmpty()
        || m_shown->frames.hasShown(timeIn(*m_current));
}

}
