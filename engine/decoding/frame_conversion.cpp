#include "engine/decoding/frame_conversion.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace engine {

namespace {

/// HD is BT.709, SD BT.601, when the file does not say.
int colourSpace(const AVFrame& picture)
{
    if (picture.colorspace != AVCOL_SPC_UNSPECIFIED && picture.colorspace != AVCOL_SPC_RGB)
        return picture.colorspace; // AVCOL_SPC_… and SWS_CS_… agree
    return picture.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601;
}

bool fullRange(const AVFrame& picture)
{
    const char* name = av_get_pix_fmt_name(static_cast<AVPixelFormat>(picture.format));
    return picture.color_range == AVCOL_RANGE_JPEG || (name && std::string_view(name).starts_with("yuvj"));
}

/// Turns height × width pixels of 4 bytes clockwise by a multiple of 90 degrees.
void turn(const std::uint8_t* source, PictureSize size, int degrees, std::uint8_t* result)
{
    const auto width = static_cast<std::size_t>(size.width);
    const auto height = static_cast<std::size_t>(size.height);
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            std::size_t place = 0;
            if (degrees == 90)
                place = x * height + (height - 1 - y);
            else if (degrees == 180)
                place = (height - 1 - y) * width + (width - 1 - x);
            else
                place = (width - 1 - x) * height + y;
            std::memcpy(&result[place * 4], &source[(y * width + x) * 4], 4);
        }
    }
}

void makeOpaque(std::uint8_t* pixels, std::size_t bytes)
{
    for (std::size_t i = 3; i < bytes; i += 4)
        pixels[i] = 255;
}

std::shared_ptr<std::uint8_t> ownMemory(std::size_t bytes)
{
    return {new std::uint8_t[bytes], std::default_delete<std::uint8_t[]>()}; // not filled: every byte is written
}

}

FrameConversion::FrameConversion(const MediaInfo& info, Pixels::Allocate allocate)
    : m_info(info)
    , m_allocate(allocate ? std::move(allocate) : ownMemory)
{
}

VideoFrame FrameConversion::convert(const AVFrame& picture, int maxWidth, int maxHeight)
{
    const PictureSize upright = fittedSize(m_info, maxWidth, maxHeight);
    const PictureSize stored
        = m_info.rotation % 180 == 90 ? PictureSize{upright.height, upright.width} : upright;
    const auto format = static_cast<AVPixelFormat>(picture.format);
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), picture.width, picture.height, format,
                                        stored.width, stored.height, AV_PIX_FMT_BGR0, SWS_BILINEAR, nullptr,
                                        nullptr, nullptr));
    if (!m_scaler)
        throw IoError("io", m_info.path.string(), "has pictures in a pixel format that cannot be shown.");
    const int* coefficients = sws_getCoefficients(colourSpace(picture));
    sws_setColorspaceDetails(m_scaler.get(), coefficients, fullRange(picture), coefficients, 1, 0, 1 << 16,
                             1 << 16);

    // The scaler writes whole vectors of pixels: rows are padded for it, then packed.
    const std::size_t row = static_cast<std::size_t>(stored.width) * 4;
    const std::size_t padded = scaledRow(stored.width);
    const std::size_t bytes = row * static_cast<std::size_t>(stored.height);
    const std::size_t room = scaledRoom(stored);
    const bool isTurned = m_info.rotation != 0;
    const auto scaled = isTurned ? ownMemory(room) : m_allocate(room);
    std::uint8_t* const pixels = scaled.get();
    const std::array<std::uint8_t*, 4> planes{pixels};
    const std::array<int, 4> strides{static_cast<int>(padded)};
    if (sws_scale(m_scaler.get(), picture.data, picture.linesize, 0, picture.height, planes.data(),
                  strides.data())
        <= 0)
        std::memset(pixels, 0, room);
    if (padded != row)
        for (std::size_t y = 1; y < static_cast<std::size_t>(stored.height); ++y)
            std::memmove(&pixels[y * row], &pixels[y * padded], row);

    const AVPixFmtDescriptor* description = av_pix_fmt_desc_get(format);
    if (!description
        || (description->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL)))
        makeOpaque(pixels, bytes);
    VideoFrame frame;
    frame.width = upright.width;
    frame.height = upright.height;
    if (isTurned) {
        const auto turned = m_allocate(bytes);
        turn(pixels, stored, m_info.rotation, turned.get());
        frame.bgra = Pixels(turned, bytes);
    } else {
        frame.bgra = Pixels(scaled, bytes);
    }
    return frame;
}

}
