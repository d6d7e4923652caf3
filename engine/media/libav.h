#pragma once

// Private to engine/media: owners for FFmpeg's objects and its error texts.

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/error.h>
#include <libavutil/frame.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

#include <array>
#include <memory>
#include <new>
#include <string>

namespace engine::libav {

/// Decoding errors in a row after which a file is taken to have ended.
inline constexpr int kMostErrors = 64;

struct Deleter {
    void operator()(AVFormatContext* p) const { avformat_close_input(&p); }
    void operator()(AVCodecContext* p) const { avcodec_free_context(&p); }
    void operator()(AVFrame* p) const { av_frame_free(&p); }
    void operator()(AVPacket* p) const { av_packet_free(&p); }
    void operator()(SwsContext* p) const { sws_freeContext(p); }
    void operator()(SwrContext* p) const { swr_free(&p); }
};

template <typename T>
using Owner = std::unique_ptr<T, Deleter>;

/// Takes what an av_…_alloc function returned; null means that memory ran out.
template <typename T>
Owner<T> own(T* pointer)
{
    if (!pointer)
        throw std::bad_alloc();
    return Owner<T>(pointer);
}

inline std::string errorText(int code)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return text.data();
}

}
