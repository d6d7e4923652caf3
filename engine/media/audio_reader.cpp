#include "engine/media/audio_reader.h"

#include "engine/core/error.h"
#include "engine/media/decoding.h"
#include "engine/media/one_channel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace engine {

namespace {

/// Seconds before the target at which decoding begins: decoders need some to settle (Opus 80 ms). When a
/// container seeks too late even so, the next one is tried.
constexpr std::array kPreroll{0.2, 2.0, 15.0};
constexpr int kEndingsOfSound = 2; ///< of what decodes, after which the sound is given up

std::unique_ptr<SoundStream> soundOf(const MediaFile& file, int sampleRate, int channels)
{
    return file.channel ? oneChannel(openSound(file, sampleRate, kEveryChannel), *file.channel, file.path)
                        : openSound(file, sampleRate, channels);
}

}

class AudioReader::Impl {
public:
    Impl(const MediaFile& file, int sampleRate, int channels)
        : m_file(file)
        , m_decoder(soundOf(file, sampleRate, channels))
        , m_block(m_decoder->next())
    {
    }

    int sampleRate() const { return m_decoder->sampleRate(); }
    int channels() const { return m_decoder->channels(); }
    double position() const { return static_cast<double>(m_next) / sampleRate(); }

    void seek(double seconds)
    {
        m_next = std::llround(std::max(0.0, seconds) * sampleRate());
        try {
            goToNext();
        } catch (const IoError& error) {
            openAgain(error);
        }
    }

    std::size_t read(std::span<float> interleaved)
    {
        const auto width = static_cast<std::size_t>(channels());
        const std::size_t wanted = interleaved.size() / width;
        std::size_t done = 0;
        while (done < wanted) {
            if (!m_block || endOf(*m_block) <= m_next) {
                if (!fetch())
                    break;
                continue;
            }
            auto target = interleaved.subspan(done * width, (wanted - done) * width);
            const bool silent = m_block->first > m_next;
            const auto ahead = static_cast<std::size_t>((silent ? m_block->first : endOf(*m_block)) - m_next);
            const std::size_t count = std::min(ahead, wanted - done);
            if (silent) {
                std::ranges::fill(target.first(count * width), 0.0F);
            } else {
                const auto offset = static_cast<std::size_t>(m_next - m_block->first) * width;
                std::ranges::copy(m_block->samples.subspan(offset, count * width), target.begin());
            }
            done += count;
            m_next += static_cast<std::int64_t>(count);
        }
        return done;
    }

private:
    /// The block after this one. @return false at the end
    bool fetch()
    {
        try {
            m_block = m_decoder->next();
            return m_block.has_value();
        } catch (const IoError& error) {
            openAgain(error);
            return true;
        }
    }

    /// Goes on where it was when what decodes ended, a few times. To be called where `error` was caught.
    void openAgain(const IoError& error)
    {
        if (error.code() != kDecoderEnded || ++m_endings > kEndingsOfSound)
            throw;
        m_block.reset();
        m_decoder = soundOf(m_file, sampleRate(), channels());
        goToNext();
    }

    /// Makes the block hold the next sample, or the decoder stand before it.
    void goToNext()
    {
        if (m_block && m_block->first <= m_next && m_next < endOf(*m_block))
            return;
        for (const double preroll : kPreroll) {
            if (position() <= preroll)
                break;
            m_decoder->seek(position() - preroll);
            m_block = m_decoder->next();
            if (m_block && m_block->first <= m_next)
                return;
        }
        m_decoder->seekToStart();
        m_block.reset();
    }

    std::int64_t endOf(const SoundStream::Block& block) const
    {
        return block.first + static_cast<std::int64_t>(block.samples.size()) / channels();
    }

    MediaFile m_file;
    std::unique_ptr<SoundStream> m_decoder;
    std::optional<SoundStream::Block> m_block;
    std::int64_t m_next = 0; ///< sample frame on the timeline that is read next
    int m_endings = 0; ///< of what decodes
};

AudioReader::AudioReader(const MediaFile& file, int sampleRate, int channels)
    : m_impl(std::make_unique<Impl>(file, sampleRate, channels))
{
}

AudioReader::~AudioReader() = default;
AudioReader::AudioReader(AudioReader&&) noexcept = default;
AudioReader& AudioReader::operator=(AudioReader&&) noexcept = default;

int AudioReader::sampleRate() const
{
    return m_impl->sampleRate();
}
int AudioReader::channels() const
{
    return m_impl->channels();
}
double AudioReader::position() const
{
    return m_impl->position();
}
void AudioReader::seek(double seconds)
{
    m_impl->seek(seconds);
}
std::size_t AudioReader::read(std::span<float> interleaved)
{
    return m_impl->read(interleaved);
}

}
