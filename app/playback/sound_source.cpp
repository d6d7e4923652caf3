#include "app/playback/sound_source.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>

namespace app {

namespace {

constexpr double kUnstretched = 0.001; // rates this close to 1 are played as they are

}

SoundSource::SoundSource(Read read, int sampleRate, int channels, double rate)
    : m_read(std::move(read))
    , m_sampleRate(sampleRate)
    , m_channels(static_cast<std::size_t>(channels))
{
    if (std::abs(rate - 1.0) > kUnstretched)
        m_stretch.emplace(sampleRate, channels, rate);
    open(QIODevice::ReadOnly);
}

qint64 SoundSource::bytesAvailable() const
{
    return m_sampleRate / 5 * static_cast<qint64>(m_channels * sizeof(float)); // 200 ms: there is always more
}

qint64 SoundSource::readData(char* data, qint64 size)
{
    const std::size_t frames = static_cast<std::size_t>(size) / (m_channels * sizeof(float));
    const std::span<float> target(reinterpret_cast<float*>(data), frames * m_channels);
    std::size_t filled = 0;
    try {
        if (!m_hasFailed)
            filled = m_stretch ? readStretched(target) : m_read(target);
    } catch (const std::exception& error) {
        m_hasFailed = true;
        emit failed(QString::fromUtf8(error.what()));
    }
    std::fill(target.begin() + static_cast<std::ptrdiff_t>(filled * m_channels), target.end(), 0.0F);
    return static_cast<qint64>(target.size_bytes());
}

std::size_t SoundSource::readStretched(std::span<float> target)
{
    std::array<float, 4096> block{};
    std::size_t done = 0;
    while (done * m_channels < target.size()) {
        const std::size_t got = m_stretch->pull(target.subspan(done * m_channels));
        done += got;
        if (got > 0)
            continue;
        const std::size_t read = m_read(block);
        if (read == 0)
            break;
        m_stretch->push(std::span<const float>(block).first(read * m_channels));
    }
    return done;
}

}
