#pragma once

#include "app/playback/sound_mixer.h"
#include "app/playback/sound_source.h"
#include "engine/media/audio_reader.h"

#include <QAudioSink>
#include <QObject>
#include <QTimer>

#include <memory>

namespace app {

struct SoundDevice {
    QByteArray id;
    QString name;
};

/// Sends decoded sound to the audio device. Lives on a thread of its own; everything is called through queued
/// slots.
///
/// Without a device it does nothing and says so once: playing goes on by the clock, in silence.
class SoundOutput : public QObject {
    Q_OBJECT
public:
    explicit SoundOutput(QObject* parent = nullptr);
    ~SoundOutput() override;

public slots:
    void open(const QString& path, engine::TimeZero zero = engine::TimeZero::EarliestStream);
    /// Sounds that are heard together from the next play on; where only their loudness changed, at once. At
    /// first the file that was opened, as it is.
    void setVoices(const QList<app::SoundVoice>& voices);
    /// @param start  comes back with every positionHeard.
    void play(double seconds, double rate, quint64 start);
    void stop();
    void setVolume(double volume); ///< 0…1, linear as the slider shows it
    void setDevice(const QByteArray& id); ///< from the next play on; empty, or one that is gone: the default
    void listDevices(); ///< answers by devicesListed

signals:
    void devicesListed(const QList<app::SoundDevice>& devices);
    void unavailable(const QString& reason);
    void positionHeard(double seconds, quint64 start); ///< media time that the device has played

private:
    /// A file that is read for one of the voices.
    struct Opened {
        QString path;
        std::optional<int> channel = {}; ///< the only one that is read
        std::shared_ptr<engine::AudioReader> reader; ///< null: the file has no sound
    };
    void report();
    void openVoices();
    void mix();

    QString m_path; ///< that the player plays
    engine::TimeZero m_zero = engine::TimeZero::EarliestStream;
    QList<SoundVoice> m_voices{SoundVoice()};
    std::vector<Opened> m_opened; ///< one for each voice
    std::vector<std::optional<std::size_t>> m_mixed; ///< of each voice its number in the mixer
    std::unique_ptr<SoundMixer> m_mixer; ///< null: nothing is played
    std::unique_ptr<SoundSource> m_source;
    std::unique_ptr<QAudioSink> m_sink;
    QByteArray m_device; ///< empty: the default
    double m_volume = 1.0;
    double m_startedAt = 0.0;
    double m_rate = 1.0;
    quint64 m_start = 0;
    bool m_told = false;
};

}
