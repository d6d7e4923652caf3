#include "app/playback/sound_output.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QMediaDevices>

#include <algorithm>
#include <exception>
#include <utility>

namespace app {

namespace {

constexpr int kRate = 48000;
constexpr int kChannels = 2;
constexpr int kBufferBytes = kRate * kChannels * static_cast<int>(sizeof(float)) / 5; // 200 ms

QAudioDevice deviceCalled(const QByteArray& id)
{
    if (!id.isEmpty()) {
        for (const QAudioDevice& device : QMediaDevices::audioOutputs()) {
            if (device.id() == id)
                return device;
        }
    }
    return QMediaDevices::defaultAudioOutput();
}

/// Null: the file has no sound; the waveform's track says so.
std::shared_ptr<engine::AudioReader> readerOf(const QString& path, engine::TimeZero zero,
                                              const std::optional<int>& channel)
{
    if (path.isEmpty())
        return nullptr;
    try {
        engine::MediaFile file(path.toStdString(), zero);
        file.channel = channel;
        return std::make_shared<engine::AudioReader>(file, kRate, kChannels);
    } catch (const std::exception&) {
        return nullptr;
    }
}

}

SoundOutput::SoundOutput(QObject* parent) : QObject(parent) { }

SoundOutput::~SoundOutput()
{
    stop();
}

void SoundOutput::open(const QString& path, engine::TimeZero zero)
{
    stop();
    m_path = path;
    m_zero = zero;
    m_opened.clear();
    openVoices();
}

void SoundOutput::setVoices(const QList<SoundVoice>& voices)
{
    const bool areSame = areSameSounds(voices, m_voices);
    m_voices = voices;
    if (!areSame) {
        stop();
        openVoices();
    }
    for (std::size_t i = 0; m_mixer && i < m_mixed.size(); ++i) {
        if (m_mixed[i])
            m_mixer->setGain(*m_mixed[i], voices[static_cast<qsizetype>(i)].gain);
    }
}

/// Files that are open already stay open.
void SoundOutput::openVoices()
{
    std::vector<Opened> before = std::exchange(m_opened, {});
    for (const SoundVoice& voice : m_voices) {
        const QString& path = voice.path.isEmpty() ? m_path : voice.path;
        const auto known = std::ranges::find_if(before, [&](const Opened& one) {
            return one.reader && one.path == path && one.channel == voice.channel;
        });
        if (known == before.end()) {
            m_opened.push_back({path, voice.channel, readerOf(path, m_zero, voice.channel)});
            continue;
        }
        m_opened.push_back(*known);
        before.erase(known);
    }
}

void SoundOutput::mix()
{
    m_mixer = std::make_unique<SoundMixer>(kRate);
    m_mixed.clear();
    for (std::size_t i = 0; i < m_opened.size(); ++i) {
        const std::shared_ptr<engine::AudioReader>& reader = m_opened[i].reader;
        std::optional<std::size_t>& number = m_mixed.emplace_back();
        SoundVoice voice = m_voices[static_cast<qsizetype>(i)];
        voice.channel.reset(); // the reader gives no other
        if (reader)
            number = m_mixer->add(voice,
                                  {reader->channels(), [reader](double moment) { reader->seek(moment); },
                                   [reader](std::span<float> samples) { return reader->read(samples); }});
    }
}

void SoundOutput::play(double seconds, double rate, quint64 start)
{
    stop();
    if (std::ranges::none_of(m_opened, [](const Opened& one) { return one.reader != nullptr; }))
        return;
    const QAudioDevice device = deviceCalled(m_device);
    if (device.isNull()) {
        if (!m_told)
            emit unavailable(tr("There is no sound device, so playing is silent."));
        m_told = true;
        return;
    }
    QAudioFormat format;
    format.setSampleRate(kRate);
    format.setChannelCount(kChannels);
    format.setSampleFormat(QAudioFormat::Float);
    try {
        mix();
        m_mixer->seek(std::max(0.0, seconds));
        m_source = std::make_unique<SoundSource>(
            [this](std::span<float> samples) { return m_mixer->read(samples); }, kRate, kChannels, rate);
        connect(m_source.get(), &SoundSource::failed, this, &SoundOutput::unavailable, Qt::QueuedConnection);
    } catch (const std::exception& error) {
        emit unavailable(QString::fromUtf8(error.what()));
        return;
    }
    m_startedAt = seconds;
    m_rate = rate;
    m_start = start;
    m_sink = std::make_unique<QAudioSink>(device, format);
    m_sink->setBufferSize(kBufferBytes);
    setVolume(m_volume);
    m_sink->start(m_source.get());
    if (m_sink->error() == QAudio::OpenError) {
        emit unavailable(
            tr("The sound device “%1” cannot be opened, so playing is silent.").arg(device.description()));
        stop();
        return;
    }
    auto* timer = new QTimer(m_sink.get());
    connect(timer, &QTimer::timeout, this, &SoundOutput::report);
    timer->start(40);
}

void SoundOutput::stop()
{
    if (m_sink)
        m_sink->stop();
    m_sink.reset();
    m_source.reset();
    m_mixer.reset();
}

void SoundOutput::setVolume(double volume)
{
    m_volume = volume;
    if (m_sink)
        m_sink->setVolume(QAudio::convertVolume(static_cast<float>(volume), QAudio::LogarithmicVolumeScale,
                                                QAudio::LinearVolumeScale));
}

void SoundOutput::setDevice(const QByteArray& id)
{
    m_device = id;
}

void SoundOutput::listDevices()
{
    QList<SoundDevice> devices;
    for (const QAudioDevice& device : QMediaDevices::audioOutputs())
        devices.append({device.id(), device.description()});
    emit devicesListed(devices);
}

void SoundOutput::report()
{
    if (m_sink && m_sink->state() == QAudio::ActiveState)
        emit positionHeard(m_startedAt + static_cast<double>(m_sink->processedUSecs()) / 1e6 * m_rate,
                           m_start);
}

}
