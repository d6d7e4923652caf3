#include "engine/media/picture_file.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/media/libav.h"

#include <fstream>

namespace engine {

namespace {

/// The picture in the bytes of FFmpeg's frame, without the alpha that it does not have.
libav::Owner<AVFrame> withoutAlpha(const VideoFrame& picture)
{
    auto frame = libav::own(av_frame_alloc());
    frame->format = AV_PIX_FMT_RGB24;
    frame->width = picture.width;
    frame->height = picture.height;
    if (av_frame_get_buffer(frame.get(), 0) < 0)
        throw std::bad_alloc();
    const std::uint8_t* from = picture.bgra.data();
    for (int y = 0; y < picture.height; ++y) {
        std::uint8_t* to = frame->data[0] + static_cast<std::ptrdiff_t>(y) * frame->linesize[0];
        for (int x = 0; x < picture.width; ++x, from += 4, to += 3) {
            to[0] = from[2];
            to[1] = from[1];
            to[2] = from[0];
        }
    }
    return frame;
}

}

void writePng(const VideoFrame& picture, const std::filesystem::path& target)
{
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_PNG);
    if (!codec)
        throw IoError("no_encoder", target.string(),
                      "cannot be written: this FFmpeg has no encoder for PNG.");
    const auto encoder = libav::own(avcodec_alloc_context3(codec));
    encoder->width = picture.width;
    encoder->height = picture.height;
    encoder->pix_fmt = AV_PIX_FMT_RGB24;
    encoder->time_base = {1, 1};
    const auto packet = libav::own(av_packet_alloc());
    const auto frame = withoutAlpha(picture);
    int code = avcodec_open2(encoder.get(), codec, nullptr);
    if (code >= 0)
        code = avcodec_send_frame(encoder.get(), frame.get());
    if (code >= 0)
        code = avcodec_receive_packet(encoder.get(), packet.get());
    if (code < 0)
        throw IoError("io", target.string(), "cannot be written (" + libav::errorText(code) + ").");
    PendingFile pending(target);
    std::ofstream file(pending.temporary(), std::ios::binary);
    file.write(reinterpret_cast<const char*>(packet->data), packet->size);
    file.close();
    if (!file)
        throw IoError("io", target.string(), "cannot be written.");
    pending.commit();
}

}
