#pragma once

#include "engine/decoding/media_source.h"
#include "engine/media/decoding.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// Private to engine/decoding: decodes a sound stream into float samples with their place on the timeline.
class AudioDecoder final : public SoundStream {
public:
    /// @param sampleRate, channels  of the output; 0: as in the file (at most two channels).
    /// @throws IoError (`no_audio`, `io`).
    AudioDecoder(MediaSource source, int sampleRate, int channels);

    const MediaSource& source() const { return m_source; }
    int sampleRate() const override { return m_sampleRate; }
    int channels() const override { return m_channels; }

    double duration() const override;
    std::optional<Block> next() override;
    void seek(double seconds) override;
    void seekToStart() override;

private:
    void feed();
    void restart();
    bool continues(const AVFrame& frame) const;
    void begin(const AVFrame& frame);
    double timeOf(const AVFrame& frame) const;
    double onGrid(double time, const AVFrame& frame) const;
    Block convert(const AVFrame* frame);

    MediaSource m_source;
    libav::Owner<AVCodecContext> m_decoder;
    libav::Owner<AVPacket> m_packet;
    libav::Owner<AVFrame> m_frame;
    libav::Owner<SwrContext> m_converter; ///< null until the first frame and after a break
    int m_sampleRate = 0;
    int m_channels = 0;
    double m_latest = 0.0; ///< later times count as damage
    int m_frameFormat = -1; ///< the format, rate and channels for which the converter was made
    int m_frameRate = 0;
    int m_frameChannels = 0;
    double m_expected = 0.0; ///< seconds at which the next frame should begin
    std::int64_t m_nextSample = 0;
    std::optional<double>
        m_grid; ///< end of the very first frame: others begin a whole number of frames later
    bool m_held = false; ///< m_frame waits behind a break
    bool m_metDamage = false; ///< since the last frame
    bool m_fed = false; ///< the end was told to the decoder
    std::vector<float> m_samples;
};

}
