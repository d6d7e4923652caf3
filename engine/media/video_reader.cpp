#include "engine/media/video_reader.h"

namespace engine {

VideoReader::VideoReader(const MediaFile& file, std::size_t keptBytes)
    : m_stream(openPictures(file, keptBytes))
{
}

VideoReader::~VideoReader() = default;
VideoReader::VideoReader(VideoReader&&) noexcept = default;
VideoReader& VideoReader::operator=(VideoReader&&) noexcept = default;

const MediaInfo& VideoReader::info() const
{
    return m_stream->info();
}

const FrameIndex& VideoReader::index()
{
    m_stream->extendIndex(std::nullopt, {});
    return m_stream->knownIndex();
}

const FrameIndex& VideoReader::knownIndex() const
{
    return m_stream->knownIndex();
}

bool VideoReader::extendIndex(std::chrono::milliseconds slice, const std::stop_token& stop)
{
    return m_stream->extendIndex(slice, stop);
}

std::shared_ptr<const VideoFrame> VideoReader::frame(std::size_t k, int maxWidth, int maxHeight,
                                                     const std::stop_token& stop)
{
    return m_stream->frame(k, maxWidth, maxHeight, stop);
}

bool VideoReader::cached(std::size_t k) const
{
    return m_stream->cached(k);
}

}
