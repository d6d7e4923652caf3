#pragma once

#include "app/timeline/timeline_tracks.h"
#include "engine/media/media_info.h"
#include "engine/media/peak_pyramid.h"

#include <QObject>

#include <memory>

namespace app {

class Document;
class Player;
class SampleReader;
class SpectrogramReader;
class Thumbnailer;
class VideoOpener;

/// The timeline's picture and sound: filmstrip, waveform and spectrogram. It reads the pieces that these
/// tracks request when they are painted.
class MediaTracks : public QObject {
    Q_OBJECT
public:
    MediaTracks(const TimelineTracks& tracks, Document& document, Player& player, VideoOpener& videos,
                Thumbnailer& thumbnailer, QObject* parent);

    /// Whether tracks show the media's picture, and its sound.
    void setShown(bool picture, bool sound);
    /// Shows the tracks for which the media of the video in sight have data.
    void showVideo();
    bool isComplete() const; ///< whether every requested picture and piece of sound has come

private:
    void connectSound();
    void showMedia(const engine::MediaInfo& info);
    void showSound(const engine::MediaInfo& info);
    QString soundDescription() const;

    TimelineTracks m_tracks;
    Document& m_document;
    Player& m_player;
    SampleReader* m_samples;
    SpectrogramReader* m_spectra;
    std::shared_ptr<const engine::PeakPyramid> m_peaks;
    bool m_showsPicture = true;
    bool m_showsSound = true;
};

}
