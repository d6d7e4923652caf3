#pragma once

#include "engine/media/libav.h"
#include "engine/media/video_frame.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// Private to engine/media: H.264 and AAC in an mp4. Pictures must come in their order, and so must sound;
/// the two may be mixed in any way.
class ClipEncoder {
public:
    static constexpr int kTicks = 90000; ///< of a picture's times, per second

    struct Sound {
        int sampleRate = 0; ///< 0: the clip has no sound
        int channels = 0;
    };
    /// `wanted` when the encoder knows that sample rate, else a known rate that is enough for human hearing.
    static int knownRate(int wanted);

    enum class Effort {
        Usual,
        Quick ///< a third less time; painted pictures of even areas are as good
    };

    /// @param width, height  of the pictures to come; an odd last row or column is scaled away.
    /// @throws IoError (`no_encoder`, `io`).
    ClipEncoder(const std::filesystem::path& path, int width, int height, Sound sound,
                Effort effort = Effort::Usual);
    ~ClipEncoder();
    ClipEncoder(const ClipEncoder&) = delete;
    ClipEncoder& operator=(const ClipEncoder&) = delete;

    /// FFmpeg's name of what encodes the pictures: `libx264`.
    std::string name() const;

    /// @param pts, duration  in ticks
    void addPicture(const VideoFrame& picture, std::int64_t pts, std::int64_t duration);
    /// @param interleaved  whole sample frames, which follow those of the last call.
    void addSound(std::span<const float> interleaved);
    /// Completes the file; nothing may be added afterwards.
    void finish();

private:
    struct Output {
        void operator()(AVFormatContext* format) const;
    };
    void openVideo(int width, int height, Effort effort);
    void openAudio(Sound sound);
    AVStream* addStream(const AVCodecContext& encoder);
    void encodeSound(std::size_t frames);
    void send(AVCodecContext& encoder, AVStream& stream, const AVFrame* frame);
    void check(int code, const char* what) const;

    std::filesystem::path m_path;
    std::unique_ptr<AVFormatContext, Output> m_format;
    libav::Owner<AVCodecContext> m_video;
    libav::Owner<AVCodecContext> m_audio; ///< null without sound
    AVStream* m_videoStream = nullptr;
    AVStream* m_audioStream = nullptr;
    libav::Owner<SwsContext> m_scaler;
    libav::Owner<AVPacket> m_packet;
    std::map<std::int64_t, std::int64_t> m_durations; ///< of the pictures inside the encoder, by pts
    std::vector<float> m_pending; ///< sound that does not yet fill a frame, interleaved
    std::int64_t m_samples = 0; ///< samples that were encoded
};

}
