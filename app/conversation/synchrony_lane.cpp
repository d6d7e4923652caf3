#include "app/conversation/synchrony_lane.h"

#include "app/conversation/signal_series.h"
#include "app/document/document.h"
#include "app/video/video_opener.h"
#include "engine/core/error.h"
#include "widgets/timeline/timeline_view.h"

#include <algorithm>
#include <utility>

namespace app {

SynchronyLane::SynchronyLane(widgets::TimelineView& view, Document& document, VideoOpener& videos,
                             Tasks& tasks, ConversationInSight& conversation, QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_document(document)
    , m_videos(videos)
    , m_conversation(conversation)
    , m_task(tasks)
{
    connect(&conversation, &ConversationInSight::changed, this, &SynchronyLane::show);
    connect(&document.sight(), &DocumentSight::changed, this, &SynchronyLane::showSight);
}

void SynchronyLane::show()
{
    const auto& data = m_conversation.data();
    const auto before = std::exchange(m_shown, data);
    if (m_track && data && before && data->hasSameSignals(*before))
        return; // turns alone changed
    m_task.abandon();
    if (m_track)
        m_view.removeTrack(std::exchange(m_track, nullptr));
    if (!data || data->people.size() < 2)
        return;
    m_track = new widgets::SynchronyTrack(this);
    m_track->setObjectName(QStringLiteral("synchronyTrack"));
    m_track->setLeader({});
    QStringList offered;
    for (const ConversationSignal& each : data->signalNames)
        offered << each.text();
    m_track->setSignals(offered);
    connect(m_track, &widgets::SynchronyTrack::signalWished, this, &SynchronyLane::setSignal);
    connect(m_track, &widgets::SynchronyTrack::windowWished, this, [this](double seconds) {
        m_options.windows.window = seconds;
        compute();
    });
    connect(m_track, &widgets::SynchronyTrack::chanceWished, this, [this](engine::SurrogateKind kind) {
        m_options.chance = kind;
        compute();
    });
    connect(m_track, &widgets::SynchronyTrack::rowChosen, this, [this](double start, double end, double) {
        emit spanChosen({start, end});
    });
    const auto& tracks = m_view.tracks(); // below who speaks, where it is seen without scrolling
    const auto speaks
        = std::ranges::find(tracks, QStringLiteral("whoSpeaksTrack"), &widgets::Track::objectName);
    m_view.addTrack(m_track, speaks == tracks.end() || speaks + 1 == tracks.end() ? nullptr : *(speaks + 1));
    showSight();
}

void SynchronyLane::setShown(bool shown)
{
    m_isShown = shown;
    showSight();
}

void SynchronyLane::setSignal(const QString& signal)
{
    m_signal = signal;
    compute();
}

void SynchronyLane::setPair(std::size_t first, std::size_t second)
{
    m_pair = Pair{first, second};
    compute();
}

/// What shows features of both people is no part of a pass that hides anything.
void SynchronyLane::showSight()
{
    if (!m_track)
        return;
    m_track->setVisible(m_isShown && m_document.sight().now().isWhole());
    if (m_track->isVisible() && !m_track->content().synchrony && !m_task.isRunning())
        compute();
}

/// The person in hand and the next one, unless a person chose others.
SynchronyLane::Pair SynchronyLane::pair(const ConversationData& data) const
{
    const std::size_t count = data.people.size();
    if (m_pair && m_pair->first < count && m_pair->second < count && m_pair->first != m_pair->second)
        return *m_pair;
    if (!data.hand || count == 2)
        return {0, 1};
    const std::size_t other = (*data.hand + 1) % count;
    return {std::min(*data.hand, other), std::max(*data.hand, other)};
}

/// The one that a person chose, else a smile, else the first.
QString SynchronyLane::signal(const ConversationData& data) const
{
    const auto& all = data.signalNames;
    const auto chosen
        = std::ranges::find_if(all, [&](const ConversationSignal& each) { return each.text() == m_signal; });
    if (chosen != all.end())
        return m_signal;
    const auto smile = std::ranges::find_if(all, [](const ConversationSignal& each) {
        return each.column.contains(QLatin1String("smile"), Qt::CaseInsensitive)
            || each.column.contains(QLatin1String("AU12"));
    });
    return smile != all.end() ? smile->text() : all.empty() ? QString() : all.front().text();
}

void SynchronyLane::compute()
{
    const auto& data = m_conversation.data();
    if (!m_track || !m_track->isVisible() || !data)
        return;
    const Pair people = pair(*data);
    const QString chosen = signal(*data);
    widgets::SynchronyContent content = m_track->content();
    content.first = data->nameOf(people.first);
    content.second = data->nameOf(people.second);
    content.signal = chosen.section(QLatin1Char(':'), 1);
    content.window = m_options.windows.window;
    content.chance = m_options.chance;
    if (chosen.isEmpty()) {
        content.reason = tr("Both people need features: a sequence with columns.");
        m_track->setContent(content);
        return;
    }
    content.isComputing = true;
    m_track->setContent(content); // the old map stays, pale
    const ConversationPlace place{m_videos.dataset(), data->conversation, m_conversation.all()};
    const auto show = [this, content, time = data->time,
                       hop = m_options.windows.hop](const ComputedSynchrony& computed, bool isChanceComing) {
        widgets::SynchronyContent now = content;
        now.isComputing = false;
        now.isChanceComing = isChanceComing;
        now.synchrony = computed.synchrony;
        now.reason = computed.reason;
        now.start = time.of(computed.start);
        now.hop = time.of(computed.start + hop) - now.start;
        if (m_track)
            m_track->setContent(std::move(now));
    };
    m_task.start(
        tr("Comparing how two people go together"),
        [place, people, chosen = chosen.toStdString(), options = m_options, show](const TaskRun& run) {
            const SignalPair pair = readSignalPair(place, people.first, people.second, chosen, options);
            engine::SynchronyOptions first = options;
            first.surrogates = 0;
            const ComputedSynchrony map = computedSynchrony(pair, first, run);
            run.post([show, map] { show(map, map.synchrony != nullptr); });
            return map.synchrony ? computedSynchrony(pair, options, run) : map;
        },
        [show](const ComputedSynchrony& computed) { show(computed, false); });
}

}
