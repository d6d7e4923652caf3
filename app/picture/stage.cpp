#include "app/picture/stage.h"

#include "app/document/document.h"
#include "app/picture/banner.h"
#include "app/playback/player.h"
#include "widgets/player/transcript_strip.h"
#include "widgets/player/video_surface.h"

#include <QVBoxLayout>

namespace app {

Stage::Stage(Document& document, Player& player, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_player(player)
    , m_banner(new Banner(this))
    , m_sightBanner(new Banner(this))
    , m_video(new widgets::VideoSurface(this))
    , m_transcript(new widgets::TranscriptStrip(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_sightBanner);
    m_sightBanner->setObjectName(QStringLiteral("sightBanner"));
    column->addWidget(m_video, 1);
    column->addWidget(m_transcript);
    m_video->setMessage(
        tr("Open a video, computational sequences (.csd) or a folder of them: Ctrl+O, or drop them here."));
    connectPlayer();
    connectDocument();
}

void Stage::setShowsWords(bool shows)
{
    m_transcript->setVisible(shows);
}

void Stage::connectPlayer()
{
    connect(&m_player, &Player::frameReady, this,
            [this](const QImage& image, double) { m_video->setFrame(image); });
    connect(m_video, &widgets::VideoSurface::framePainted, this, &Stage::framePainted);
    connect(&m_player, &Player::failed, m_video, &widgets::VideoSurface::setMessage);
    connect(&m_player, &Player::interrupted, m_video, &widgets::VideoSurface::setMessage);
    connect(&m_player, &Player::opened, this, [this](const engine::MediaInfo& info) {
        if (!info.hasVideo)
            m_video->setMessage(tr("This file has sound, but no picture."));
    });
    connect(&m_player, &Player::positionChanged, this, &Stage::showSpokenWord);
    connect(m_transcript, &widgets::TranscriptStrip::seekRequested, &m_player, &Player::seek);
    connect(m_video, &widgets::VideoSurface::clicked, &m_player, &Player::togglePlaying);
}

void Stage::connectDocument()
{
    connect(&m_document, &Document::videoChanged, this, [this] {
        m_transcript->setWords(m_document.hasVideo() ? m_document.words() : engine::TimedText());
        showSpokenWord(m_player.position());
        if (m_document.hasVideo() && m_document.video().mediaPath.isEmpty())
            m_video->setMessage(tr("The dataset has no media file for this video."));
    });
    connect(&m_document, &Document::wordsChanged, this, [this](const QString& video) {
        if (!m_document.isInSight(video))
            return;
        m_transcript->setWords(m_document.words());
        showSpokenWord(m_player.position());
    });
}

void Stage::showSpokenWord(double seconds)
{
    const auto spoken = m_document.wordAt(seconds);
    m_transcript->setCurrentWord(spoken ? spoken : m_document.lastWordBefore(seconds), spoken.has_value());
}

}
