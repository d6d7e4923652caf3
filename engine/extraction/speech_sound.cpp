#include "engine/extraction/speech_sound.h"

#include "engine/media/whole_sound.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr int kRate = 16000;
constexpr std::size_t kKeptBehind
    = 20 * kRate; // samples before what is looked at: the next span may begin there

}

std::vector<float> speechSound(const MediaFile& media, Interval within, const RunContext& run)
{
    AudioReader reader(media, kRate, 1);
    if (within.start > 0.0)
        reader.seek(within.start);
    const std::size_t wanted = std::isfinite(within.end)
        ? static_cast<std::size_t>(std::llround(std::max(0.0, within.length()) * kRate))
        : std::numeric_limits<std::size_t>::max();
    return wholeSound(reader, run, wanted);
}

ReadSound::ReadSound(const MediaFile& media, const RunContext& run) : m_media(media), m_run{run.stop, {}}
{
    begin();
    readPieces(*m_reader, m_run, [this](std::span<const float> piece) {
        m_size += piece.size();
        m_isSilent = m_isSilent && engine::isSilent(piece);
    });
    begin();
}

void ReadSound::begin()
{
    m_reader.emplace(m_media, kRate, 1);
    m_held.clear();
    m_first = 0;
}

std::span<const float> ReadSound::samples(std::size_t first, std::size_t end)
{
    if (first < m_first)
        begin();
    const std::size_t behind = first > kKeptBehind ? first - kKeptBehind : 0;
    const auto forget = [&] { // what lies before is not looked at again, most likely
        if (behind <= m_first)
            return;
        const std::size_t gone = std::min(behind - m_first, m_held.size());
        m_held.erase(m_held.begin(), m_held.begin() + static_cast<std::ptrdiff_t>(gone));
        m_first += gone;
    };
    forget();
    const std::size_t there = m_first + m_held.size();
    if (there < end)
        readPieces(
            *m_reader, m_run,
            [&](std::span<const float> piece) {
                m_held.insert(m_held.end(), piece.begin(), piece.end());
                forget();
            },
            end - there);
    m_held.resize(std::max(m_held.size(), end - m_first)); // a decoder that ended earlier this time
    return std::span<const float>(m_held).subspan(first - m_first, end - first);
}

}
