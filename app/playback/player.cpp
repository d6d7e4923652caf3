#include "app/playback/player.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr double kSoundStep = 0.01; // seconds: a step where there is no picture

}

Player::Player(QObject* parent) : QObject(parent)
{
    auto* sound = new SoundOutput;
    sound->moveToThread(&m_soundThread);
    connect(&m_soundThread, &QThread::finished, sound, &QObject::deleteLater);
    connect(this, &Player::soundOpen, sound, &SoundOutput::open);
    connect(this, &Player::soundPlay, sound, &SoundOutput::play);
    connect(this, &Player::soundStop, sound, &SoundOutput::stop);
    connect(this, &Player::soundVolume, sound, &SoundOutput::setVolume);
    connect(this, &Player::soundVoices, sound, &SoundOutput::setVoices);
    connect(this, &Player::soundDevice, sound, &SoundOutput::setDevice);
    connect(this, &Player::soundDevicesWanted, sound, &SoundOutput::listDevices);
    connect(sound, &SoundOutput::devicesListed, this, &Player::soundDevicesFound);
    connect(sound, &SoundOutput::unavailable, this, &Player::notice);
    connect(sound, &SoundOutput::positionHeard, this, [this](double seconds, quint64 start) {
        if (isPlaying() && start == m_soundStart && m_clock.jumps() == m_knownJumps)
            m_clock.correct(seconds);
    });
    m_soundThread.setObjectName(QStringLiteral("sound"));
    m_soundThread.start();

    connect(&m_feed, &FrameFeed::frameReady, this, &Player::frameReady);
    connect(&m_feed, &FrameFeed::interrupted, this, &Player::interrupted);
    connect(&m_feed, &FrameFeed::opened, this, [this](const engine::MediaInfo& info) {
        m_duration = info.duration;
        emit durationChanged();
        emit opened(info);
        if (const auto wanted = std::exchange(m_soughtWhileOpening, std::nullopt)) {
            const auto stop = m_stopAt;
            seek(*wanted);
            m_stopAt = stop;
        }
    });
    connect(&m_feed, &FrameFeed::failed, this, [this](const QString& message) {
        if (!info()) // otherwise only the picture is lost: the sound plays on
            useFallbackDuration();
        emit failed(message);
    });

    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(16);
    connect(&m_timer, &QTimer::timeout, this, &Player::tick);
}

Player::~Player()
{
    m_soundThread.quit();
    m_soundThread.wait();
}

void Player::open(const QString& path, engine::TimeZero zero)
{
    pause();
    m_feed.open(path, zero);
    m_duration = 0.0;
    m_fallbackDuration = 0.0;
    m_clock.setLoop(std::nullopt);
    m_stopAt.reset();
    m_soughtWhileOpening.reset();
    m_clock.seek(0.0);
    m_position = 0.0;
    emit soundOpen(path, zero);
    setVoices({SoundVoice()});
    emit positionChanged(0.0);
}

void Player::setFallbackDuration(double seconds)
{
    m_fallbackDuration = seconds;
    if (!m_feed.isOpening() && !info())
        useFallbackDuration();
}

void Player::useFallbackDuration()
{
    m_duration = m_fallbackDuration;
    emit durationChanged();
}

qint64 Player::frame() const
{
    const auto index = frameAt(m_position);
    return index ? static_cast<qint64>(*index) : -1;
}

std::optional<double> Player::frameStartNear(double seconds, double apart) const
{
    const auto under = frameAt(seconds);
    const auto start = under ? frameTime(*under) : std::nullopt;
    if (!start)
        return std::nullopt;
    const double next = frameTime(*under + 1).value_or(*start + frameLength());
    if (next - *start < apart)
        return std::nullopt;
    return std::abs(next - seconds) < std::abs(*start - seconds) ? next : *start;
}

double Player::frameLength() const
{
    return m_feed.frameLength().value_or(kSoundStep);
}

void Player::play()
{
    if (isPlaying() || m_duration <= 0)
        return;
    if (m_position >= m_duration - 1e-3)
        seek(0.0);
    m_clock.play();
    m_timer.start();
    restartSound();
    emit playingChanged(true);
}

void Player::pause()
{
    if (!isPlaying())
        return;
    m_clock.pause();
    rest();
}

/// Tells that the clock stands still, and where.
void Player::rest()
{
    m_timer.stop();
    m_stopAt.reset();
    emit soundStop();
    setPosition(std::min(m_clock.position(), m_duration));
    emit playingChanged(false);
}

void Player::togglePlaying()
{
    if (isPlaying())
        pause();
    else
        play();
}

void Player::playSpan(engine::Interval span)
{
    pause();
    seek(span.start);
    m_stopAt = span.end;
    play();
}

void Player::seek(double seconds)
{
    emit sought();
    m_stopAt.reset();
    if (m_feed.isOpening() && m_duration <= 0.0)
        m_soughtWhileOpening = seconds; // nobody knows yet how long it is
    m_clock.seek(std::clamp(seconds, 0.0, std::max(0.0, m_duration)));
    setPosition(m_clock.position());
    if (isPlaying())
        restartSound();
}

void Player::step(int frames)
{
    pause();
    const auto index = frameAt(m_position);
    if (!index) {
        seek(m_position + frames * kSoundStep);
        return;
    }
    const auto target = static_cast<std::size_t>(std::max<qint64>(0, static_cast<qint64>(*index) + frames));
    if (const auto time = frameTime(target))
        seek(*time);
}

void Player::setRate(double rate)
{
    m_clock.setRate(std::clamp(rate, kSlowest, kFastest));
    if (isPlaying())
        restartSound();
    emit rateChanged(m_clock.rate());
}

void Player::setLoop(std::optional<engine::Interval> span)
{
    m_clock.setLoop(span);
}

void Player::setVolume(double volume)
{
    emit soundVolume(volume);
}

void Player::setVoices(const QList<SoundVoice>& voices)
{
    if (voices == m_voices)
        return;
    const bool areSame = areSameSounds(voices, m_voices);
    m_voices = voices;
    emit soundVoices(voices);
    if (!areSame && isPlaying())
        restartSound();
}

void Player::setSoundDevice(const QByteArray& id)
{
    emit soundDevice(id);
    if (isPlaying())
        restartSound();
}

void Player::askForSoundDevices()
{
    emit soundDevicesWanted();
}

void Player::restartSound()
{
    m_knownJumps = m_clock.jumps();
    emit soundPlay(m_clock.position(), m_clock.rate(), ++m_soundStart);
}

void Player::tick()
{
    const double now = m_clock.position();
    if (m_clock.jumps() != m_knownJumps) // the loop turned
        restartSound();
    const double end = m_stopAt.value_or(m_duration);
    const bool turns = !m_stopAt && m_clock.loop() && now < m_clock.loop()->end;
    if (now >= end && !turns) {
        m_clock.pause(); // first: a clock that runs would be past the end again
        m_clock.seek(end);
        rest();
        return;
    }
    setPosition(now);
}

void Player::setPosition(double seconds)
{
    m_position = seconds;
    m_feed.show(seconds);
    emit positionChanged(seconds);
}

}
