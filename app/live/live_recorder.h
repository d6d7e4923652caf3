#pragma once

#include "app/live/live_source.h"
#include "engine/core/interval.h"
#include "engine/media/clip_recorder.h"

#include <QString>

#include <deque>
#include <memory>
#include <optional>

namespace app {

/// Keeps the last seconds of a session in memory, and writes them or what comes to files when asked to.
class LiveRecorder : public QObject {
    Q_OBJECT
public:
    static constexpr double kKeptSeconds = 10.0;

    using QObject::QObject;
    ~LiveRecorder() override;

    void clear();
    void add(const std::shared_ptr<const engine::VideoFrame>& picture);
    void add(const LiveSound& sound);

    /// @param hasSound  whether sound will come
    void start(const QString& file, bool hasSound);
    void stop();
    bool isRecording() const { return m_recording != nullptr; }
    /// Seconds of the session when the recording began.
    double since() const { return m_span.start; }
    std::size_t dropped() const; ///< pictures that the recording leaves out, since they came too fast
    /// Writes the last seconds. @return false: there is nothing yet
    bool keep(const QString& file, bool hasSound);

signals:
    /// Nothing more comes into this file. @param span  of the session, from its first picture to its last;
    /// seconds
    void taken(const QString& file, engine::Interval span);
    /// @param error  empty: the file is complete
    void written(const QString& file, const QString& error);

private:
    std::shared_ptr<engine::ClipRecorder> recorderFor(const QString& file, bool hasSound);
    void finish(std::shared_ptr<engine::ClipRecorder> recorder);

    std::deque<std::shared_ptr<const engine::VideoFrame>> m_pictures;
    std::deque<LiveSound> m_sounds;
    std::size_t m_bytes = 0; ///< of m_pictures
    std::shared_ptr<engine::ClipRecorder> m_recording;
    QString m_file; ///< of m_recording
    engine::Interval m_span; ///< of m_recording
    bool m_hasPicture = false; ///< m_recording has
    QThreadPool m_finishing; ///< where recorders end
};

}
