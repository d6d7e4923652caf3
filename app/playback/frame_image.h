#pragma once

#include "engine/media/video_frame.h"

#include <QImage>

#include <memory>

namespace app {

/// The frame as a picture that shares its bytes and keeps them alive.
inline QImage imageOf(std::shared_ptr<const engine::VideoFrame> frame)
{
    const auto* bytes = frame->bgra.data();
    const int width = frame->width;
    const int height = frame->height;
    auto* owner = new std::shared_ptr<const engine::VideoFrame>(std::move(frame));
    return {bytes,
            width,
            height,
            qsizetype{4} * width,
            QImage::Format_RGB32,
            [](void* held) { delete static_cast<std::shared_ptr<const engine::VideoFrame>*>(held); },
            owner};
}

}
