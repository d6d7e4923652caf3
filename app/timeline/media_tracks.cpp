#include "app/timeline/media_tracks.h"

#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/playback/sample_reader.h"
#include "app/playback/spectrogram_reader.h"
#include "app/playback/thumbnailer.h"
#include "app/video/sound_gaps.h"
#include "app/video/video_opener.h"
#include "widgets/base/scale_number.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/filmstrip_track.h"
#include "widgets/tracks/spectrogram_track.h"
#include "widgets/tracks/waveform_track.h"

namespace app {

namespace {

constexpr double kPixelsPerSample = 30.0; // of sound, when it is looked at as near as possible

}

MediaTracks::MediaTracks(const TimelineTracks& tracks, Document& document, Player& player,
                         VideoOpener& videos, Thumbnailer& thumbnailer, QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_document(document)
    , m_player(player)
    , m_samples(new SampleReader(this))
    , m_spectra(new SpectrogramReader(this))
{
    connect(&player, &Player::opened, this, &MediaTracks::showMedia);
    connect(&videos, &VideoOpener::mediaOpening, this, [this] { m_tracks.filmstrip.setVideo(0.0, 0.0, {}); });
    connect(&videos, &VideoOpener::peaksChanged, this, [this](const auto& peaks) {
        m_peaks = peaks;
        m_tracks.waveform.setPeaks(peaks, soundDescription());
        m_tracks.spectrogram.setUnreadable(peaks ? peaks->gaps() : std::vector<engine::Interval>());
    });
    connect(&thumbnailer, &Thumbnailer::thumbnailReady, this,
            [this](const QString& path, double seconds, const QImage& image) {
                const auto& info = m_player.info();
                if (info && QString::fromStdString(info->path.string()) == path)
                    m_tracks.filmstrip.setThumbnail(seconds, image);
            });
    connect(
        &m_tracks.filmstrip, &widgets::FilmstripTrack::thumbnailsWanted, &thumbnailer,
        [&thumbnailer](const QList<double>& seconds, int height) { thumbnailer.want(seconds, height); },
        Qt::QueuedConnection);
    connectSound();
}

void MediaTracks::showMedia(const engine::MediaInfo& info)
{
    const double aspect
        = info.hasVideo && info.height > 0 ? static_cast<double>(info.width) / info.height : 0.0;
    const QString name = QString::fromStdString(info.path.filename().string());
    m_tracks.filmstrip.setVideo(info.hasVideo ? info.duration : 0.0, aspect,
                                tr("%1 · %2 fps").arg(name).arg(widgets::shownNumber(info.frameRate, 4)));
    showSound(info);
    showVideo();
}

bool MediaTracks::isComplete() const
{
    return m_tracks.filmstrip.isComplete() && m_samples->isIdle() && m_spectra->isIdle();
}

void MediaTracks::connectSound()
{
    const auto isOpen = [this](const engine::MediaFile& file) {
        const auto& info = m_player.info();
        return info && info->file() == file;
    };
    connect(
        &m_tracks.waveform, &widgets::WaveformTrack::samplesWanted, this,
        [this](engine::Interval span) {
            if (const auto& info = m_player.info())
                m_samples->want(info->file(), span);
        },
        Qt::QueuedConnection);
    connect(m_samples, &SampleReader::ready, this,
            [this, isOpen](const engine::MediaFile& file, const auto& piece) {
                if (isOpen(file))
                    m_tracks.waveform.setSamples(piece);
            });
    connect(
        &m_tracks.spectrogram, &widgets::SpectrogramTrack::tilesWanted, this,
        [this](double windowSeconds, const std::vector<engine::SpectrogramTileKey>& tiles) {
            if (const auto& info = m_player.info())
                m_spectra->want(info->file(), windowSeconds, tiles);
        },
        Qt::QueuedConnection);
    connect(m_spectra, &SpectrogramReader::ready, this,
            [this, isOpen](const engine::MediaFile& file, double windowSeconds,
                           engine::SpectrogramTileKey key, const engine::SpectrogramPiece& piece) {
                if (isOpen(file))
                    m_tracks.spectrogram.insert(windowSeconds, key, piece);
            });
}

void MediaTracks::showSound(const engine::MediaInfo& info)
{
    m_tracks.waveform.setSampleRate(info.hasAudio ? info.sampleRate : 0.0);
    m_tracks.waveform.setSamples(nullptr);
    m_samples->forget();
    m_tracks.waveform.setPeaks(m_peaks, soundDescription());
    m_tracks.spectrogram.setSound(info.hasAudio ? info.sampleRate : 0.0, info.duration);
    if (info.hasAudio && info.sampleRate > 0)
        m_tracks.view.setClosestZoom(kPixelsPerSample * info.sampleRate);
}

void MediaTracks::setShown(bool picture, bool sound)
{
    m_showsPicture = picture;
    m_showsSound = sound;
    showVideo();
}

/// While media are being opened, tracks stay as they are, so that nothing jumps from video to video.
void MediaTracks::showVideo()
{
    const auto& info = m_player.info();
    if (!info && m_document.hasVideo() && !m_document.video().mediaPath.isEmpty())
        return;
    m_tracks.filmstrip.setVisible(info && info->hasVideo && m_showsPicture);
    for (widgets::Track* track :
         std::initializer_list<widgets::Track*>{&m_tracks.waveform, &m_tracks.spectrogram})
        track->setVisible(info && info->hasAudio && m_showsSound);
}

QString MediaTracks::soundDescription() const
{
    const auto& info = m_player.info();
    if (!info)
        return {};
    const QString channels = info->channels == 1 ? tr("mono")
        : info->channels == 2                    ? tr("stereo")
                                                 : tr("%1 channels").arg(info->channels);
    const QString sound
        = tr("%1 kHz %2 · RMS, peak").arg(widgets::shownNumber(info->sampleRate / 1000.0, 4)).arg(channels);
    return m_peaks && !m_peaks->gaps().empty()
        ? tr("%1 · not readable: %2").arg(sound, soundGapsText(m_peaks->gaps()))
        : sound;
}

}
