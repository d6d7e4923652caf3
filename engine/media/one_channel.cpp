#include "engine/media/one_channel.h"

#include "engine/core/error.h"

#include <fmt/format.h>
#include <vector>

namespace engine {

namespace {

class OneChannel final : public SoundStream {
public:
    OneChannel(std::unique_ptr<SoundStream> sound, int channel)
        : m_sound(std::move(sound))
        , m_channel(static_cast<std::size_t>(channel))
    {
    }

    int sampleRate() const override { return m_sound->sampleRate(); }
    int channels() const override { return 1; }
    double duration() const override { return m_sound->duration(); }
    std::optional<Block> next() override
    {
        const std::optional<Block> all = m_sound->next();
        if (!all)
            return std::nullopt;
        const auto width = static_cast<std::size_t>(m_sound->channels());
        m_samples.resize(all->samples.size() / width);
        for (std::size_t i = 0; i < m_samples.size(); ++i)
            m_samples[i] = all->samples[i * width + m_channel];
        return Block{all->first, m_samples, all->isAfterDamage};
    }
    void seek(double seconds) override { m_sound->seek(seconds); }
    void seekToStart() override { m_sound->seekToStart(); }

private:
    std::unique_ptr<SoundStream> m_sound;
    std::size_t m_channel;
    std::vector<float> m_samples;
};

}

std::unique_ptr<SoundStream> oneChannel(std::unique_ptr<SoundStream> sound, int channel,
                                        const std::filesystem::path& place)
{
    if (channel < 0 || channel >= sound->channels())
        throw FormatError(
            "no_channel", place.string(),
            fmt::format("has {} channels, from 0 on; channel {} is expected", sound->channels(), channel));
    return std::make_unique<OneChannel>(std::move(sound), channel);
}

}
