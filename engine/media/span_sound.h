#pragma once

#include "engine/core/interval.h"
#include "engine/media/audio_reader.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace engine {

/// Private to engine/media: a span's sound in order, so much as is wanted next.
class SpanSound {
public:
    static constexpr std::size_t kBlock = 4096; ///< sample frames that are read at once

    SpanSound(AudioReader reader, Interval span) : m_reader(std::move(reader))
    {
        const double rate = m_reader.sampleRate();
        m_total = static_cast<std::size_t>(std::llround(span.end * rate) - std::llround(span.start * rate));
        m_reader.seek(span.start);
    }

    int sampleRate() const { return m_reader.sampleRate(); }
    int channels() const { return m_reader.channels(); }
    std::size_t total() const { return m_total; } ///< sample frames; where the file ends before, fewer
    std::size_t done() const { return m_done; }

    /// Hands on what lies before sample frame `until`, interleaved. @return false when there is no more.
    template <typename Take>
    bool readTo(std::size_t until, const Take& take)
    {
        const auto channels = static_cast<std::size_t>(m_reader.channels());
        while (m_done < std::min(until, m_total)) {
            m_block.resize(std::min(kBlock, std::min(until, m_total) - m_done) * channels);
            const std::size_t got = m_reader.read(m_block);
            if (got == 0) {
                m_total = m_done;
                return false;
            }
            m_done += got;
            take(std::span<const float>(m_block).first(got * channels));
        }
        return m_done < m_total;
    }

private:
    AudioReader m_reader;
    std::vector<float> m_block;
    std::size_t m_total = 0;
    std::size_t m_done = 0;
};

}
