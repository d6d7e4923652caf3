#include "app/live/camera_source.h"

#include "engine/live/playing_file.h"

#include <QAudioSource>
#include <QCameraDevice>
#include <QIODevice>
#include <QMediaDevices>
#include <QVideoFrame>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace app {

namespace {

constexpr int kTickMs = 20;
constexpr double kSettled = 0.03; ///< seconds after which a picture of that moment has come, if there is one
constexpr int kMostConverting = 3;

std::shared_ptr<const engine::VideoFrame> smallFrame(const QVideoFrame& frame, double time)
{
    QImage image = frame.toImage();
    if (image.isNull())
        return nullptr;
    constexpr int side = engine::kLargestLivePicture;
    if (image.width() > side || image.height() > side)
        image = image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    image = image.convertToFormat(QImage::Format_RGB32);
    auto small = std::make_shared<engine::VideoFrame>();
    small->time = time;
    small->width = image.width();
    small->height = image.height();
    const std::size_t row = std::size_t{4} * static_cast<std::size_t>(image.width());
    std::vector<std::uint8_t> bgra(row * static_cast<std::size_t>(image.height()));
    for (int y = 0; y < image.height(); ++y)
        std::memcpy(bgra.data() + row * static_cast<std::size_t>(y), image.constScanLine(y), row);
    small->bgra = std::move(bgra);
    return small;
}

/// Mono at engine::kLiveSoundRate, in straight lines between samples. What is not used up stays in `pending`.
/// @param place  of the next sample in `pending`, in samples
std::vector<float> takeResampled(std::vector<float>& pending, int rate, double& place)
{
    const double step = static_cast<double>(rate) / engine::kLiveSoundRate;
    std::vector<float> result;
    for (; place + 1.0 < static_cast<double>(pending.size()); place += step) {
        const auto before = static_cast<std::size_t>(place);
        const auto part = static_cast<float>(place - std::floor(place));
        result.push_back(pending[before] * (1.0F - part) + pending[before + 1] * part);
    }
    const auto used = std::min(pending.size(), static_cast<std::size_t>(place));
    pending.erase(pending.begin(), pending.begin() + static_cast<std::ptrdiff_t>(used));
    place -= static_cast<double>(used);
    return result;
}

}

CameraSource::CameraSource(const QByteArray& camera, QObject* parent)
    : LiveSource(parent)
    , m_mel(engine::kLiveSoundRate)
{
    m_pool.setMaxThreadCount(1);
    m_clock.start();
    QStringList lines;
    for (const QCameraDevice& device : QMediaDevices::videoInputs()) {
        if (device.id() == camera) {
            m_camera = std::make_unique<QCamera>(device);
            lines << device.description();
        }
    }
    if (!m_camera) {
        QMetaObject::invokeMethod(
            this, [this] { emit failed(tr("This camera is no longer there.")); }, Qt::QueuedConnection);
        return;
    }
    connect(m_camera.get(), &QCamera::errorOccurred, this,
            [this](QCamera::Error, const QString& message) { emit failed(message); });
    connect(&m_sink, &QVideoSink::videoFrameChanged, this, &CameraSource::takePicture);
    m_session.setCamera(m_camera.get());
    m_session.setVideoSink(&m_sink);
    openMicrophone(lines);
    m_camera->start();
    connect(&m_tick, &QTimer::timeout, this, [this] { emit reached(std::max(0.0, now() - kSettled), 0.0); });
    m_tick.start(kTickMs);
    QMetaObject::invokeMethod(
        this, [this, lines] { emit opened(lines); }, Qt::QueuedConnection);
}

CameraSource::~CameraSource()
{
    m_pool.waitForDone();
}

double CameraSource::now() const
{
    return static_cast<double>(m_clock.nsecsElapsed()) / 1e9;
}

void CameraSource::openMicrophone(QStringList& lines)
{
    const QAudioDevice device = QMediaDevices::defaultAudioInput();
    if (device.isNull()) {
        lines << tr("no microphone");
        return;
    }
    QAudioFormat format;
    format.setSampleRate(engine::kLiveSoundRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Float);
    if (!device.isFormatSupported(format)) {
        format = device.preferredFormat();
        if (format.sampleFormat() != QAudioFormat::Float)
            format.setSampleFormat(QAudioFormat::Int16);
    }
    m_rate = format.sampleRate();
    m_channels = std::max(1, format.channelCount());
    m_isFloat = format.sampleFormat() == QAudioFormat::Float;
    m_microphone = std::make_unique<QAudioSource>(device, format);
    m_stream = m_microphone->start();
    if (!m_stream) {
        m_microphone.reset();
        lines << tr("no microphone");
        return;
    }
    connect(m_stream, &QIODevice::readyRead, this, &CameraSource::takeSound);
    lines << tr("%1 · %2 kHz").arg(device.description()).arg(m_rate / 1000);
}

void CameraSource::takePicture(const QVideoFrame& frame)
{
    if (m_converting >= kMostConverting)
        return;
    ++m_converting;
    m_pool.start([this, frame, time = now()] {
        const std::shared_ptr<const engine::VideoFrame> picture = smallFrame(frame, time);
        --m_converting;
        if (picture)
            QMetaObject::invokeMethod(this, [this, picture] { emit pictureTaken(picture); });
    });
}

void CameraSource::takeSound()
{
    const QByteArray bytes = m_stream->readAll();
    const qsizetype width = m_isFloat ? qsizetype(sizeof(float)) : qsizetype(sizeof(qint16));
    const auto frames = static_cast<std::size_t>(bytes.size() / (width * m_channels));
    std::vector<float> mono(frames, 0.0F);
    for (std::size_t i = 0; i < frames * static_cast<std::size_t>(m_channels); ++i) {
        float value = 0.0F;
        if (m_isFloat) {
            std::memcpy(&value, bytes.constData() + static_cast<qsizetype>(i) * width, sizeof value);
        } else {
            qint16 whole = 0;
            std::memcpy(&whole, bytes.constData() + static_cast<qsizetype>(i) * width, sizeof whole);
            value = static_cast<float>(whole) / 32768.0F;
        }
        mono[i / static_cast<std::size_t>(m_channels)] += value / static_cast<float>(m_channels);
    }
    if (frames == 0)
        return;
    if (m_soundStart < 0.0)
        m_soundStart = std::max(0.0, now() - static_cast<double>(frames) / m_rate);
    const double start = m_soundStart + static_cast<double>(m_samples) / engine::kLiveSoundRate;
    m_unused.insert(m_unused.end(), mono.begin(), mono.end());
    std::vector<float> samples = takeResampled(m_unused, m_rate, m_place);
    m_samples += static_cast<qint64>(samples.size());
    m_pool.start([this, start, samples = std::move(samples)]() mutable {
        LiveSound sound{start, {}, m_mel.add(start, samples)};
        sound.samples = std::move(samples);
        QMetaObject::invokeMethod(this, [this, sound = std::move(sound)] { emit soundHeard(sound); });
    });
}

void CameraSource::retire()
{
    disconnect();
    if (m_camera)
        m_camera->stop();
    if (m_microphone)
        m_microphone->stop();
    m_tick.stop();
    setParent(nullptr);
    deleteLater();
}

}
