#include "app/main_window/timeline_panel.h"
#include "app/playback/sample_reader.h"
#include "app/playback/spectrogram_reader.h"
#include "app/session/session.h"
#include "widgets/tracks/filmstrip_track.h"
#include "widgets/tracks/spectrogram_track.h"
#include "widgets/tracks/waveform_track.h"

// The timeline's picture and sound: filmstrip, waveform and spectrogram, and what the latter ask for as they
// are painted.
namespace app {

namespace {

constexpr double kPixelsPerSample = 30.0; // of sound, when it is looked at as near as possible

}

void TimelinePanel::connectSound()
{
    const auto isOpen = [this](const engine::MediaFile& file) {
        const auto& info = m_session.player().info();
        return info && info->file() == file;
    };
    connect(
        m_waveform, &widgets::WaveformTrack::samplesWanted, this,
        [this](engine::Interval span) {
            if (const auto& info = m_session.player().info())
                m_samples->want(info->file(), span);
        },
        Qt::QueuedConnection);
    connect(m_samples, &SampleReader::ready, this,
            [this, isOpen](const engine::MediaFile& file, const auto& piece) {
                if (isOpen(file))
                    m_waveform->setSamples(piece);
            });
    connect(
        m_spectrogram, &widgets::SpectrogramTrack::tilesWanted, this,
        [this](double windowSeconds, const std::vector<engine::SpectrogramTileKey>& tiles) {
            if (const auto& info = m_session.player().info())
                m_spectra->want(info->file(), windowSeconds, tiles);
        },
        Qt::QueuedConnection);
    connect(m_spectra, &SpectrogramReader::ready, this,
            [this, isOpen](const engine::MediaFile& file, double windowSeconds,
                           engine::SpectrogramTileKey key, const engine::SpectrogramPiece& piece) {
                if (isOpen(file))
                    m_spectrogram->insert(windowSeconds, key, piece);
            });
}

void TimelinePanel::showSound(const engine::MediaInfo& info)
{
    m_waveform->setSampleRate(info.hasAudio ? info.sampleRate : 0.0);
    m_waveform->setSamples(nullptr);
    m_samples->forget();
    m_waveform->setPeaks(m_peaks, soundDescription());
    m_spectrogram->setSound(info.hasAudio ? info.sampleRate : 0.0, info.duration);
    if (info.hasAudio && info.sampleRate > 0)
        m_view->setClosestZoom(kPixelsPerSample * info.sampleRate);
}

void TimelinePanel::setShowsMedia(bool picture, bool sound)
{
    m_showsPicture = picture;
    m_showsSound = sound;
    showMediaTracks();
}

/// While media are being opened, tracks stay as they are, so that nothing jumps from video to video.
void TimelinePanel::showMediaTracks()
{
    const auto& info = m_session.player().info();
    const Document& document = m_session.document();
    if (!info && document.hasVideo() && !document.video().mediaPath.isEmpty())
        return;
    m_filmstrip->setVisible(info && info->hasVideo && m_showsPicture);
    for (widgets::Track* track : std::initializer_list<widgets::Track*>{m_waveform, m_spectrogram})
        track->setVisible(info && info->hasAudio && m_showsSound);
}

QString TimelinePanel::soundDescription() const
{
    const auto& info = m_session.player().info();
    if (!info)
        return {};
    const QString channels = info->channels == 1 ? tr("mono")
        : info->channels == 2                    ? tr("stereo")
                                                 : tr("%1 channels").arg(info->channels);
    return tr("%1 kHz %2 · RMS, peak").arg(info->sampleRate / 1000.0, 0, 'g', 4).arg(channels);
}

}
