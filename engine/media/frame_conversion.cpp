#include "engine/media/frame_conversion.h"

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

using Pixels = std::vector<std::uint8_t>;

struct Size {
    int width = 0;
    int height = 0;
};

Size fitted(const MediaInfo& info, int maxWidth, int maxHeight)
{
    double scale = 1.0;
    if (maxWidth > 0)
        scale = std::min(scale, static_cast<double>(maxWidth) / info.width);
    if (maxHeight > 0)
        scale = std::min(scale, static_cast<double>(maxHeight) / info.height);
    const auto scaled
        = [&](int pixels) { return std::max(1, static_cast<int>(std::lround(pixels * scale))); };
    return {scaled(info.width), scaled(info.height)};
}

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
Pixels turned(const Pixels& source, Size size, int degrees)
{
    Pixels result(source.size());
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
    return result;
}

void makeOpaque(Pixels& pixels)
{
    for (std::size_t i = 3; i < pixels.size(); i += 4)
        pixels[i] = 255;
}

}

VideoFrame FrameConversion::convert(const AVFrame& picture, int maxWidth, int maxHeight)
{
    const Size upright = fitted(m_info, maxWidth, maxHeight);
    const Size stored = m_info.rotation % 180 == 90 ? Size{upright.height, upright.width} : upright;
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
    const std::size_t padded = (row + 63) / 64 * 64;
    Pixels pixels(padded * static_cast<std::size_t>(stored.height) + 64);
    const std::array<std::uint8_t*, 4> planes{pixels.data()};
    const std::array<int, 4> strides{static_cast<int>(padded)};
    sws_scale(m_scaler.get(), picture.data, picture.linesize, 0, picture.height, planes.data(),
              strides.data());
    if (padded != row)
        for (std::size_t y = 1; y < static_cast<std::size_t>(stored.height); ++y)
            std::memmove(&pixels[y * row], &pixels[y * padded], row);
    pixels.resize(row * static_cast<std::size_t>(stored.height));

    const AVPixFmtDescriptor* description = av_pix_fmt_desc_get(format);
    if (!description
        || (description->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL)))
        makeOpaque(pixels);
    VideoFrame frame;
    frame.width = upright.width;
    frame.height = upright.height;
    frame.bgra = m_info.rotation == 0 ? std::move(pixels) : turned(pixels, stored, m_info.rotation);
    return frame;
}

}
