#pragma once

#include "app/playback/frame_feed.h"
#include "app/playback/sound_output.h"
#include "engine/core/interval.h"
#include "engine/media/playback_clock.h"

#include <QImage>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <optional>

namespace app {

/// Plays one file: our clock leads, pictures come from the frame server, sound goes to the device where there
/// is one.
class Player : public QObject {
    Q_OBJECT
public:
    explicit Player(QObject* parent = nullptr);
    ~Player() override;

    /// Opens a file. With an empty path there is a timeline without media.
    /// @param zero  what lies at 0 s
    void open(const QString& path, engine::TimeZero zero = engine::TimeZero::EarliestStream);
    /// The length of the timeline for media that are missing or broken.
    void setFallbackDuration(double seconds);
    const std::optional<engine::MediaInfo>& info() const { return m_feed.info(); }
    double duration() const { return m_duration; }
    double position() const { return m_position; }
    bool isPlaying() const { return m_clock.playing(); }
    double rate() const { return m_clock.rate(); }
    /// The number of the frame shown at the position; −1 without picture.
    qint64 frame() const;
    /// The number of the frame shown at a time; absent without picture.
    std::optional<std::size_t> frameAt(double seconds) const { return m_feed.frameAt(seconds); }
    /// When frame `k` begins; absent past the end, or without picture.
    std::optional<double> frameTime(std::size_t k) const { return m_feed.frameTime(k); }
    /// The start of a frame that is nearest to `seconds`, as the file has it; absent without picture.
    /// @param apart  seconds; the result is absent also where frames lie closer together than this
    std::optional<double> frameStartNear(double seconds, double apart = 0.0) const;
    /// Seconds that one frame lasts; 10 ms without picture.
    double frameLength() const;
    /// True when the picture of the position was handed out, or no picture will come.
    bool isSettled() const { return m_feed.hasShown(m_position); }

    void play();
    void pause();
    void togglePlaying();
    /// Plays this span once and stops at its end.
    void playSpan(engine::Interval span);
    void seek(double seconds);
    /// Moves by frames; without picture, by 10 ms for each.
    void step(int frames);
    void setRate(double rate); ///< 0.25…4
    void setLoop(std::optional<engine::Interval> span);
    const std::optional<engine::Interval>& loop() const { return m_clock.loop(); }
    void setVolume(double volume); ///< 0…1
    /// The sounds that are heard together, until another file is opened; at first that of the file alone.
    void setVoices(const QList<SoundVoice>& voices);
    const QList<SoundVoice>& voices() const { return m_voices; }
    /// Sends sound to this device at once; empty, or a device that is gone: to the system's default.
    void setSoundDevice(const QByteArray& id);
    void askForSoundDevices(); ///< soundDevicesFound answers
    static constexpr double kSlowest = 0.25; ///< of the rates
    static constexpr double kFastest = 4.0;

signals:
    void opened(const engine::MediaInfo& info);
    void failed(const QString& message);
    void durationChanged();
    void interrupted(const QString& message); ///< what decodes the pictures ended, and begins again
    void frameReady(const QImage& image, double seconds);
    void positionChanged(double seconds);
    void sought(); ///< the playhead is about to go to another place than playback leads to
    void playingChanged(bool playing);
    void rateChanged(double rate);
    void notice(const QString& message); ///< the sound device, …

    void soundDevicesFound(const QList<app::SoundDevice>& devices);

    void soundOpen(const QString& path, engine::TimeZero zero); ///< to the sound thread
    void soundPlay(double seconds, double rate, quint64 start);
    void soundStop();
    void soundVolume(double volume);
    void soundVoices(const QList<app::SoundVoice>& voices);
    void soundDevice(const QByteArray& id);
    void soundDevicesWanted();

private:
    void tick();
    void rest();
    void useFallbackDuration();
    void setPosition(double seconds);
    void restartSound();

    FrameFeed m_feed;
    engine::PlaybackClock m_clock;
    QThread m_soundThread;
    QTimer m_timer;
    double m_duration = 0.0;
    double m_fallbackDuration = 0.0;
    double m_position = 0.0;
    QList<SoundVoice> m_voices{SoundVoice()};
    quint64 m_soundStart = 0; ///< number of the last soundPlay: reports of earlier ones are late
    std::optional<double> m_stopAt;
    std::optional<double> m_soughtWhileOpening; ///< where to go when the file is open
    std::uint64_t m_knownJumps = 0;
};

}
