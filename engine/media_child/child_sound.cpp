#include "engine/media/decoding.h"
#include "engine/media_child/media_child.h"

#include <cstring>
#include <vector>

namespace engine {

namespace {

/// Sample frames that are asked for at once: few after a jump, since it may be followed by the next.
constexpr std::size_t kFirstBatch = 2048;
constexpr std::size_t kLargestBatch = 65536;

/// Sound that a confined process decodes. While one batch is looked at, the next is decoded.
class ChildSound final : public SoundStream {
public:
    ChildSound(const MediaFile& file, int sampleRate, int channels) : m_child(file)
    {
        const MediaMessage answer
            = m_child.ask({{"do", "open_sound"}, {"rate", sampleRate}, {"channels", channels}});
        m_child.believed([&] {
            m_sampleRate = answer.head.at("rate").get<int>();
            m_channels = answer.head.at("channels").get<int>();
            m_duration = answer.head.at("duration").get<double>();
        });
        if (m_sampleRate < 1 || m_channels < 1 || m_channels > kMostChannels)
            m_child.throwEnded();
    }

    int sampleRate() const override { return m_sampleRate; }
    int channels() const override { return m_channels; }
    double duration() const override { return m_duration; }

    std::optional<Block> next() override
    {
        while (m_given == m_blocks.size()) {
            if (m_isAtEnd)
                return std::nullopt;
            fetch();
        }
        const Given& given = m_blocks[m_given++];
        return Block{given.first, std::span<const float>(m_samples).subspan(given.offset, given.count),
                     given.isAfterDamage};
    }

    void seek(double seconds) override { go({{"do", "seek"}, {"seconds", seconds}}); }
    void seekToStart() override { go({{"do", "seek_to_start"}}); }

private:
    struct Given {
        std::int64_t first = 0;
        std::size_t offset = 0; ///< in m_samples
        std::size_t count = 0; ///< floats
        bool isAfterDamage = false;
    };

    void pose()
    {
        m_child.pose({{"do", "sound"}, {"frames", m_batch}});
        m_isPosed = true;
        m_batch = std::min(2 * m_batch, kLargestBatch);
    }

    void fetch()
    {
        const bool isFirst = m_batch == kFirstBatch;
        if (!m_isPosed)
            pose();
        m_isPosed = false;
        const MediaMessage answer = m_child.answer();
        m_child.believed([&] { take(answer); });
        if (!m_isAtEnd && !isFirst)
            pose();
    }

    void take(const MediaMessage& answer)
    {
        m_samples.resize(answer.bytes.size() / sizeof(float));
        if (!m_samples.empty())
            std::memcpy(m_samples.data(), answer.bytes.data(), m_samples.size() * sizeof(float));
        m_blocks.clear();
        m_given = 0;
        std::size_t offset = 0;
        for (const auto& block : answer.head.at("blocks")) {
            const auto count = block.at(1).get<std::size_t>();
            if (count > m_samples.size() - offset)
                m_child.throwEnded();
            m_blocks.push_back({block.at(0).get<std::int64_t>(), offset, count, block.at(2).get<bool>()});
            offset += count;
        }
        m_isAtEnd = answer.head.at("end").get<bool>();
        if (m_blocks.empty() && !m_isAtEnd)
            m_child.throwEnded();
    }

    void go(nlohmann::json question)
    {
        if (m_isPosed)
            m_child.answer();
        m_isPosed = false;
        m_child.ask(std::move(question));
        m_blocks.clear();
        m_given = 0;
        m_isAtEnd = false;
        m_batch = kFirstBatch;
    }

    MediaChild m_child;
    int m_sampleRate = 0;
    int m_channels = 0;
    double m_duration = 0.0;
    std::vector<float> m_samples; ///< of the last batch
    std::vector<Given> m_blocks; ///< in it
    std::size_t m_given = 0; ///< of them, to whoever asked
    bool m_isAtEnd = false;
    bool m_isPosed = false; ///< the next batch is on its way
    std::size_t m_batch = kFirstBatch;
};

}

std::unique_ptr<SoundStream> openSound(const MediaFile& file, int sampleRate, int channels)
{
    return std::make_unique<ChildSound>(file, sampleRate, channels);
}

}
