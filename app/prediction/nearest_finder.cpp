#include "app/prediction/nearest_finder.h"

#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/snapshot/project_moment.h"
#include "app/video/video_opener.h"

namespace app {

NearestFinder::NearestFinder(NearestPanel& panel, const Document& document, VideoOpener& videos,
                             Player& player, const ProjectMoments& moments, QObject* parent)
    : QObject(parent)
    , m_panel(panel)
    , m_document(document)
    , m_videos(videos)
    , m_player(player)
    , m_moments(moments)
{
    connect(&panel, &NearestPanel::segmentWished, &videos, &VideoOpener::openAt);
    connect(&panel, &NearestPanel::playWished, this, &NearestFinder::play);
    connect(&document, &Document::datasetChanged, &panel, &NearestPanel::clear);
    connect(&player, &Player::playingChanged, this, [this](bool isPlaying) {
        if (!isPlaying && !m_videos.isJumping())
            m_playing.reset();
        m_panel.setPlaying(isPlaying ? m_playing : std::nullopt);
    });
}

bool NearestFinder::search(const QString& model)
{
    if (!m_document.hasVideo() || m_document.dataset().sequences.empty()) {
        m_document.notices().say(tr("Open a dataset with a video first."));
        return false;
    }
    if (model.isEmpty()) {
        m_document.notices().say(tr(
            "No model here compares what is seen with what is heard (VAT). Open one from the Model menu."));
        return false;
    }
    m_panel.search(model, m_moments.now(), m_document.video().id, m_player.position());
    return true;
}

/// The one that plays is stopped.
void NearestFinder::play(const widgets::NearestLists::Segment& segment)
{
    if (m_player.isPlaying() && m_playing == segment) {
        m_player.pause();
        return;
    }
    m_player.pause();
    m_playing = segment;
    m_videos.playAt(segment.video, {segment.start, segment.end});
}

}
