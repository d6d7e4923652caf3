#include "app/playback/sound_output.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QMediaDevices>

#include <algorithm>
#include <exception>

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

}

SoundOutput::SoundOutput(QObject* parent) : QObject(parent) { }

SoundOutput::~SoundOutput()
{
    stop();
}

void SoundOutput::open(const QString& path, engine::TimeZero zero)
{
    stop();
    m_reader.reset();
    if (path.isEmpty())
        return;
    try {
        m_reader = std::make_unique<engine::AudioReader>(engine::MediaFile(path.toStdString(), zero), kRate,
                                                         kChannels);
    } catch (const std::exception&) {
        m_reader.reset(); // the file has no sound; the waveform's track says so
    }
}

void SoundOutput::play(double seconds, double rate, quint64 start)
{
    stop();
    if (!m_reader)
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
        m_reader->seek(std::max(0.0, seconds));
        m_source = std::make_unique<SoundSource>(
            [this](std::span<float> samples) { return m_reader->read(samples); }, kRate, kChannels, rate);
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
