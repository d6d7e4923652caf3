#include "app/playback/sound_output.h"

#include "engine/core/error.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QMediaDevices>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace app {

namespace {

constexpr int kRate = 48000;
constexpr int kChannels = 2;
constexpr int kBufferBytes = kRate * kChannels * static_cast<int>(sizeof(float)) / 5; // 200 ms
constexpr double kUnstretched = 0.001; // rates this close to 1 are played as they are

}

/// What the sink pulls from: the reader's samples, stretched when the rate is not 1.
class SoundOutput::Source : public QIODevice {
public:
    Source(engine::AudioReader& reader, double rate) : m_reader(reader)
    {
        if (std::abs(rate - 1.0) > kUnstretched)
            m_stretch.emplace(kRate, kChannels, rate);
        open(QIODevice::ReadOnly);
    }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return kBufferBytes; }

protected:
    qint64 readData(char* data, qint64 size) override
    {
        const auto frames = static_cast<std::size_t>(size) / (kChannels * sizeof(float));
        const std::span<float> target(reinterpret_cast<float*>(data), frames * kChannels);
        std::size_t filled = m_stretch ? readStretched(target) : m_reader.read(target);
        std::fill(target.begin() + static_cast<std::ptrdiff_t>(filled * kChannels), target.end(),
                  0.0F); // silence at the end
        return static_cast<qint64>(frames * kChannels * sizeof(float));
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::size_t readStretched(std::span<float> target)
    {
        std::array<float, 4096> block{};
        std::size_t done = 0;
        while (done * kChannels < target.size()) {
            const std::size_t got = m_stretch->pull(target.subspan(done * kChannels));
            done += got;
            if (got > 0)
                continue;
            const std::size_t read = m_reader.read(block);
            if (read == 0)
                break;
            m_stretch->push(std::span<const float>(block).first(read * kChannels));
        }
        return done;
    }

    engine::AudioReader& m_reader;
    std::optional<engine::TimeStretch> m_stretch;
};

namespace {

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
    } catch (const engine::Error&) {
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
        m_source = std::make_unique<Source>(*m_reader, rate);
    } catch (const engine::Error& error) {
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
