#include "engine/conversation_sources/channel_levels.h"

#include "engine/core/error.h"
#include "engine/media/speech_spans.h"
#include "engine/synchrony/channel_speech.h"

#include <algorithm>

namespace engine {

namespace {

/// Gives each channel its samples, in order and without gaps.
class ChannelSplitter {
public:
    explicit ChannelSplitter(std::size_t channels) : m_loudness(channels), m_piece(kPiece) { }

    void add(const SoundStream::Block& block)
    {
        const std::size_t channels = m_loudness.size();
        const auto frames = static_cast<std::int64_t>(block.samples.size() / channels);
        while (m_position < block.first) // nothing was recorded there
            addSilence(std::min<std::int64_t>(block.first - m_position, kPiece));
        for (std::int64_t from = m_position - block.first; from < frames;) { // what overlaps is known already
            const std::int64_t count = std::min<std::int64_t>(frames - from, kPiece);
            for (std::size_t c = 0; c < channels; ++c) {
                for (std::int64_t i = 0; i < count; ++i)
                    m_piece[static_cast<std::size_t>(i)]
                        = block.samples[static_cast<std::size_t>(from + i) * channels + c];
                m_loudness[c].add(std::span(m_piece).first(static_cast<std::size_t>(count)));
            }
            from += count;
            m_position += count;
        }
    }
    std::vector<std::vector<double>> levels() const
    {
        std::vector<std::vector<double>> all;
        for (const VoiceLoudness& channel : m_loudness)
            all.push_back(channel.levels());
        return all;
    }
    double seconds() const { return static_cast<double>(m_position) / VoiceLoudness::kRate; }

private:
    static constexpr std::int64_t kPiece = 4096;

    void addSilence(std::int64_t count)
    {
        std::ranges::fill(m_piece, 0.0F);
        for (VoiceLoudness& channel : m_loudness)
            channel.add(std::span(m_piece).first(static_cast<std::size_t>(count)));
        m_position += count;
    }

    std::vector<VoiceLoudness> m_loudness;
    std::vector<float> m_piece;
    std::int64_t m_position = 0; ///< sample on the timeline
};

}

std::vector<std::vector<double>> channelLevels(const MediaFile& file, int channels, const RunContext& run)
{
    const std::unique_ptr<SoundStream> sound = openSound(file, VoiceLoudness::kRate, channels);
    ChannelSplitter splitter(static_cast<std::size_t>(std::max(sound->channels(), 1)));
    const auto whole = static_cast<std::size_t>(std::max(sound->duration(), 1.0));
    while (const std::optional<SoundStream::Block> block = sound->next()) {
        splitter.add(*block);
        run.tick(std::min(static_cast<std::size_t>(splitter.seconds()), whole), whole);
    }
    return splitter.levels();
}

HeardConversation heardInChannels(const MediaFile& file, const RunContext& run)
{
    const std::vector<std::vector<double>> levels = channelLevels(file, kEveryChannel, run);
    if (levels.size() < 2)
        throw FormatError("one_participant", file.path.string(),
                          "has one channel; a channel for each person is expected");
    HeardConversation heard{file.path.stem().string(), "channels", {}};
    const std::vector<std::vector<Interval>> speech = channelSpeech(levels);
    for (std::size_t c = 0; c < speech.size(); ++c)
        heard.speakers.push_back({"channel_" + std::to_string(c), speech[c]});
    heard.duration = static_cast<double>(levels.front().size()) / kLevelRate;
    return heard;
}

}
