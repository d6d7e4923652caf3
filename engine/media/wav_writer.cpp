#include "engine/media/wav_writer.h"

#include "engine/core/error.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace engine {

namespace {

constexpr std::uint16_t kPcm = 1;
constexpr std::uint16_t kSampleBytes = sizeof(std::int16_t);

template <typename Number>
void put(std::ofstream& file, Number number)
{
    static_assert(std::endian::native == std::endian::little); // as wav has it
    file.write(reinterpret_cast<const char*>(&number), sizeof number);
}

}

WavWriter::WavWriter(const std::filesystem::path& target, int rate, int channels)
    : m_target(target)
    , m_pending(target)
    , m_file(m_pending.temporary(), std::ios::binary)
    , m_rate(rate)
    , m_channels(channels)
{
    putHeader();
}

void WavWriter::add(std::span<const float> samples)
{
    for (const float sample : samples)
        put(m_file, static_cast<std::int16_t>(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767.0F)));
    m_bytes += static_cast<std::uint32_t>(samples.size() * kSampleBytes);
}

void WavWriter::commit()
{
    m_file.seekp(0);
    putHeader();
    m_file.close();
    if (!m_file)
        throw IoError("io", m_target.string(), "cannot be written.");
    m_pending.commit();
}

void WavWriter::putHeader()
{
    const auto block = static_cast<std::uint16_t>(m_channels * kSampleBytes);
    m_file.write("RIFF", 4);
    put(m_file, m_bytes + 36);
    m_file.write("WAVEfmt ", 8);
    put(m_file, std::uint32_t{16});
    put(m_file, kPcm);
    put(m_file, static_cast<std::uint16_t>(m_channels));
    put(m_file, static_cast<std::uint32_t>(m_rate));
    put(m_file, static_cast<std::uint32_t>(m_rate) * block);
    put(m_file, block);
    put(m_file, std::uint16_t{8 * kSampleBytes});
    m_file.write("data", 4);
    put(m_file, m_bytes);
}

}
