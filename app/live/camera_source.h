#pragma once

#include "app/live/live_source.h"

#include <QCamera>
#include <QElapsedTimer>
#include <QMediaCaptureSession>
#include <QTimer>
#include <QVideoSink>

#include <atomic>

class QAudioSource;
class QIODevice;

namespace app {

/// A camera and a microphone.
class CameraSource : public LiveSource {
    Q_OBJECT
public:
    /// @param camera  QCameraDevice::id()
    explicit CameraSource(const QByteArray& camera, QObject* parent = nullptr);
    ~CameraSource() override;

    double now() const override;
    bool hasSound() const override { return m_microphone != nullptr; }
    bool hasPictures() const override { return true; }
    void retire() override;

private:
    void openMicrophone(QStringList& lines);
    void takePicture(const QVideoFrame& frame);
    void takeSound();

    QElapsedTimer m_clock;
    QMediaCaptureSession m_session;
    std::unique_ptr<QCamera> m_camera;
    QVideoSink m_sink;
    std::unique_ptr<QAudioSource> m_microphone;
    QIODevice* m_stream = nullptr; ///< of the microphone
    int m_channels = 1;
    int m_rate = 16000; ///< of the microphone, per second
    bool m_isFloat = true;
    std::vector<float> m_unused; ///< of the microphone, that lie before the next sample
    double m_place = 0.0; ///< of the next sample in them
    qint64 m_samples = 0; ///< that were given
    double m_soundStart = -1.0; ///< seconds, of the first sample
    QTimer m_tick;
    QThreadPool m_pool; ///< one thread: pictures are converted, sound is analysed, in order
    std::atomic<int> m_converting = 0; ///< pictures in the pool
    engine::MelTicker m_mel; ///< of the pool's thread
};

}
