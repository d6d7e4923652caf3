#pragma once

#include "engine/media/time_stretch.h"

#include <QIODevice>

#include <functional>
#include <optional>
#include <span>

namespace app {

/// What the audio device pulls interleaved samples from: a reader's, stretched when the rate is not 1. It
/// never ends: after the last sample comes silence.
class SoundSource : public QIODevice {
    Q_OBJECT
public:
    /// Fills whole sample frames. @return how many; fewer only at the end
    using Read = std::function<std::size_t(std::span<float> interleaved)>;

    /// @param sampleRate  sample frames per second
    SoundSource(Read read, int sampleRate, int channels, double rate);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

signals:
    /// The reader threw; the rest is silence. Emitted once, on the audio device's thread.
    void failed(const QString& reason);

protected:
    /// Qt's audio calls it, which no exception may cross.
    qint64 readData(char* data, qint64 size) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::size_t readStretched(std::span<float> target);

    Read m_read;
    int m_sampleRate;
    std::size_t m_channels;
    std::optional<engine::TimeStretch> m_stretch;
    bool m_hasFailed = false;
};

}
