#include "engine/media/decoding.h"
#include "engine/media_child/media_child.h"
#include "engine/media_messages/media_messages.h"
#include "engine/media_messages/shared_pictures.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

/// What is written for a picture of this size, also where the file stores the picture turned.
std::size_t roomFor(PictureSize size)
{
    return std::max(scaledRoom(size), scaledRoom({size.height, size.width}));
}

/// Pictures that a confined process decodes, in memory that both share.
class ChildPictures final : public PictureStream {
public:
    ChildPictures(const MediaFile& file, std::size_t keptBytes) : m_child(file)
    {
        const MediaMessage answer = m_child.ask({{"do", "open_pictures"}, {"kept", keptBytes}});
        m_info = m_child.believed([&] { return mediaInfoIn(answer.head.at("info"), file); });
        takeIndex(answer);
    }

    const MediaInfo& info() const override { return m_info; }
    const FrameIndex& knownIndex() const override { return m_index; }

    bool cached(std::size_t k) const override
    {
        const MediaMessage answer = m_child.ask({{"do", "cached"}, {"k", k}});
        return m_child.believed([&] { return answer.head.at("cached").get<bool>(); });
    }

    bool extendIndex(std::optional<std::chrono::milliseconds> slice, const std::stop_token& stop) override
    {
        if (m_index.complete())
            return true;
        nlohmann::json question{{"do", "extend"}, {"have", m_index.size()}};
        if (slice)
            question["ms"] = slice->count();
        const MediaMessage answer = m_child.ask(std::move(question), stop);
        takeIndex(answer);
        return m_child.believed([&] { return answer.head.at("complete").get<bool>(); });
    }

    std::shared_ptr<const VideoFrame> frame(std::size_t k, int maxWidth, int maxHeight,
                                            const std::stop_token& stop) override
    {
        if (stop.stop_requested())
            throw Cancelled();
        makeRoom(roomFor(fittedSize(m_info, maxWidth, maxHeight)));
        const SharedPictures::Place place = m_pictures->reserve();
        const MediaMessage answer = m_child.ask({{"do", "frame"},
                                                 {"k", k},
                                                 {"width", maxWidth},
                                                 {"height", maxHeight},
                                                 {"place", place.number},
                                                 {"have", m_index.size()}},
                                                stop);
        takeIndex(answer);
        return m_child.believed([&] { return frameIn(answer.head, place); });
    }

private:
    std::shared_ptr<const VideoFrame> frameIn(const nlohmann::json& head,
                                              const SharedPictures::Place& place) const
    {
        auto frame = std::make_shared<VideoFrame>();
        frame->index = head.at("index_of_frame").get<std::size_t>();
        frame->time = head.at("time").get<double>();
        frame->width = head.at("width").get<int>();
        frame->height = head.at("height").get<int>();
        const bool fits = frame->width > 0 && frame->height > 0 && frame->width < (1 << 16)
            && frame->height < (1 << 16) && std::isfinite(frame->time);
        const std::size_t bytes = fits ? std::size_t{4} * static_cast<std::size_t>(frame->width)
                * static_cast<std::size_t>(frame->height)
                                       : 0;
        if (!fits || bytes > m_pictures->bytes())
            m_child.throwEnded();
        frame->bgra = Pixels(place.bytes, bytes);
        if (place.isLast) // the next picture needs it
            frame->bgra = Pixels(frame->bgra.copied());
        return frame;
    }

    void makeRoom(std::size_t bytes)
    {
        if (m_pictures && m_pictures->bytes() >= bytes)
            return;
        auto pictures = SharedPictures::make(bytes);
        m_child.ask({{"do", "pictures_lie"}, {"bytes", pictures->bytes()}}, {}, pictures->handle());
        m_pictures = std::move(pictures);
    }

    void takeIndex(const MediaMessage& answer)
    {
        const auto part = answer.head.find("index");
        if (part != answer.head.end())
            m_index = m_child.believed([&] {
                return indexWith(m_index, *part, {answer.bytes.data(), answer.bytes.size()});
            });
    }

    mutable MediaChild m_child;
    MediaInfo m_info;
    FrameIndex m_index;
    std::shared_ptr<SharedPictures> m_pictures;
};

}

std::unique_ptr<PictureStream> openPictures(const MediaFile& file, std::size_t keptBytes)
{
    return std::make_unique<ChildPictures>(file, keptBytes);
}

}
