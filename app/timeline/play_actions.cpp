#include "app/timeline/play_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/timeline/segment_jump.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/time_entry.h"
#include "app/timeline/timeline_panel.h"
#include "app/video/video_opener.h"
#include "widgets/library/library_panel.h"

#include <QAction>
#include <QInputDialog>
#include <QMainWindow>

#include <algorithm>

namespace app {

namespace {

constexpr double kAround = 0.5; // seconds before and after the playhead that Ctrl+Space plays
constexpr double kSpeedStep = 1.25;
constexpr double kZoomStep = 1.5;

}

PlayActions::PlayActions(Player& player, VideoOpener& videos, SegmentJump& jump, const Document& document,
                         Actions& actions, TimelinePanel& timeline, widgets::LibraryPanel& library,
                         QMainWindow& window)
    : QObject(&window)
    , m_player(player)
    , m_videos(videos)
    , m_jump(jump)
    , m_document(document)
    , m_actions(actions)
    , m_timeline(timeline)
    , m_window(window)
{
    connectPlaying();
    connectWalking();
    connectVideos(library);
    connectZooming();
}

void PlayActions::on(const char* action, const std::function<void()>& work)
{
    connect(m_actions.at(action), &QAction::triggered, this, work);
}

void PlayActions::connectPlaying()
{
    on("play", [this] { m_player.togglePlaying(); });
    on("play-span", [this] { m_timeline.play(); });
    on("play-around", [this] {
        const double centre = m_player.position();
        m_player.playSpan({std::max(0.0, centre - kAround), std::min(m_player.duration(), centre + kAround)});
    });
    on("loop", [this] {
        const bool loop = m_actions.at("loop")->isChecked();
        const engine::Interval whole{0.0, m_player.duration()};
        m_player.setLoop(loop ? std::optional(m_timeline.view().selection().value_or(whole)) : std::nullopt);
    });
    on("loop-selection", [this] {
        const auto span = m_timeline.spanToPlay();
        m_player.setLoop(span);
        m_timeline.setSelectedSpan(span);
        m_actions.at("loop")->setChecked(span.has_value());
    });
    on("faster", [this] { m_player.setRate(m_player.rate() * kSpeedStep); });
    on("slower", [this] { m_player.setRate(m_player.rate() / kSpeedStep); });
    on("speed-normal", [this] { m_player.setRate(1.0); });
    connect(m_actions.at("mute"), &QAction::toggled, this, [this](bool muted) {
        m_actions.setIcon("mute", muted ? QStringLiteral("muted") : QStringLiteral("volume"),
                          m_window.palette());
    });
    connect(&m_player, &Player::playingChanged, this, [this](bool playing) {
        m_actions.setIcon("play", playing ? QStringLiteral("pause") : QStringLiteral("play"),
                          m_window.palette());
    });
    connect(&m_videos, &VideoOpener::mediaOpening, this, [this] { m_actions.at("loop")->setChecked(false); });
}

void PlayActions::seekTo(std::optional<double> seconds)
{
    if (!seconds)
        return;
    m_player.seek(*seconds);
    m_timeline.view().ensureVisible(*seconds);
}

void PlayActions::connectWalking()
{
    on("step-back", [this] { m_player.step(-1); });
    on("step-forward", [this] { m_player.step(1); });
    on("second-back", [this] { seekTo(m_player.position() - 1.0); });
    on("second-forward", [this] { seekTo(m_player.position() + 1.0); });
    on("previous-word-edge", [this] { seekTo(m_timeline.neighbourWordEdge(-1)); });
    on("next-word-edge", [this] { seekTo(m_timeline.neighbourWordEdge(1)); });
    on("previous-segment", [this] { seekTo(m_document.attention().neighbour(-1)); });
    on("next-segment", [this] { seekTo(m_document.attention().neighbour(1)); });
    on("go-to-start", [this] { seekTo(0.0); });
    on("go-to-end", [this] { seekTo(m_player.duration()); });
    on("go-to-time", [this] { askForTime(); });
}

void PlayActions::connectVideos(widgets::LibraryPanel& library)
{
    on("previous-entry", [this, &library] { m_videos.open(library.neighbour(-1)); });
    on("next-entry", [this, &library] { m_videos.open(library.neighbour(1)); });
    connect(&m_jump, &SegmentJump::failed, &m_document.notices(), &Notices::say);
    connect(&m_jump, &SegmentJump::reached, this, [this](std::size_t segment) {
        m_timeline.hand().goTo(kLabelsTier);
        m_timeline.hand().selected().click(kLabelsTier, segment, {});
        m_timeline.view().ensureVisible(m_player.position());
    });
}

void PlayActions::connectZooming()
{
    widgets::TimelineView& view = m_timeline.view();
    on("screen-back", [&view] { view.panByScreens(-1); });
    on("screen-forward", [&view] { view.panByScreens(1); });
    on("zoom-in", [&view] { view.zoomAroundPlayhead(kZoomStep); });
    on("zoom-out", [&view] { view.zoomAroundPlayhead(1 / kZoomStep); });
    on("zoom-segment", [this, &view] {
        if (const auto span = m_timeline.spanToPlay())
            view.zoomTo(*span);
    });
    on("zoom-all", [&view] { view.showAll(); });
    m_actions.at("follow")->setChecked(view.isFollowing());
    on("follow", [this, &view] { view.setFollowing(m_actions.at("follow")->isChecked()); });
}

void PlayActions::askForTime()
{
    bool accepted = false;
    const QString text = QInputDialog::getText(&m_window, tr("Go to"),
                                               tr("Time (75.5, 1:15.5), frame (f120) or segment (video[3]):"),
                                               QLineEdit::Normal, {}, &accepted);
    if (!accepted)
        return;
    const auto target = parseTimeEntry(text);
    if (!target) {
        m_document.notices().say(
            tr("“%1” is no time, frame or segment; write 75.5, 1:15.5, f120 or video[3].").arg(text));
        return;
    }
    if (target->segment) {
        m_jump.start(target->segment->video, target->segment->row);
        return;
    }
    const double seconds
        = target->frame ? m_player.frameTime(*target->frame).value_or(m_player.duration()) : target->seconds;
    m_player.seek(seconds);
    m_timeline.view().ensureVisible(m_player.position());
}

}
