#include "engine/decoding/decoded_pictures.h"

#include "engine/core/error.h"
#include "engine/decoding/frame_cache.h"
#include "engine/decoding/frame_conversion.h"
#include "engine/decoding/frame_indexer.h"
#include "engine/decoding/video_decoder.h"

#include <algorithm>
#include <map>

namespace engine {

namespace {

/// Over a key frame: decoding this many frames on costs less than a seek.
constexpr std::size_t kNearby = 8;
/// Going back by at most this much, the frames on the way will be asked for next.
constexpr std::size_t kSteppingBack = 600;

/// Decodes here. VideoReader says what is exact of it.
class DecodedPictures final : public PictureStream {
public:
    DecodedPictures(const MediaFile& file, std::size_t keptBytes, Pixels::Allocate allocate)
        : m_file(file)
        , m_decoder(openMedia(file))
        , m_info(describe(m_decoder.source()))
        , m_conversion(m_info, std::move(allocate))
        , m_cache(keptBytes)
    {
        if (auto index = containerIndex(m_decoder.source()))
            m_index = std::move(*index);
    }

    const MediaInfo& info() const override { return m_info; }
    const FrameIndex& knownIndex() const override { return m_index; }
    bool cached(std::size_t k) const override { return m_cache.find(substitute(k)) != nullptr; }

    bool extendIndex(std::optional<std::chrono::milliseconds> slice, const std::stop_token& stop) override
    {
        using Clock = FrameIndexer::Clock;
        if (m_index.complete())
            return true;
        if (!m_indexer)
            m_indexer = std::make_unique<FrameIndexer>(m_file);
        const bool complete = m_indexer->run(slice ? Clock::now() + *slice : Clock::time_point::max(), stop);
        replaceIndex(m_indexer->index());
        if (complete)
            m_indexer.reset();
        return complete;
    }

    std::shared_ptr<const VideoFrame> frame(std::size_t k, int maxWidth, int maxHeight,
                                            const std::stop_token& stop) override
    {
        if (k >= m_index.size() && !(k == 0 && m_index.empty() && !m_index.complete()))
            extendIndex(std::nullopt, stop);
        if (stop.stop_requested())
            throw Cancelled();
        if (m_index.empty() && !m_index.complete())
            return converted(0, firstPicture(), maxWidth, maxHeight);
        if (m_index.empty())
            throwNoPicture();
        k = std::min(k, m_index.size() - 1);
        const std::size_t shown = fetch(k, stop);
        m_lastAsked = k;
        return converted(shown, *m_cache.find(shown), maxWidth, maxHeight);
    }

private:
    [[noreturn]] void throwNoPicture() const
    {
        throw IoError("io", m_info.path.string(), "holds no picture that can be decoded.");
    }

    std::shared_ptr<const VideoFrame> converted(std::size_t k, const AVFrame& picture, int maxWidth,
                                                int maxHeight)
    {
        auto result = std::make_shared<VideoFrame>(m_conversion.convert(picture, maxWidth, maxHeight));
        result->index = k;
        const double tick = av_q2d(m_decoder.source().video->time_base);
        result->time
            = m_index.empty() ? static_cast<double>(m_firstPts) * tick - m_info.startTime : m_index.time(k);
        return result;
    }

    /// The first picture while no index is known.
    const AVFrame& firstPicture()
    {
        if (!m_first) {
            const auto decoded = m_decoder.next();
            if (!decoded)
                throwNoPicture();
            AVFrame* copy = av_frame_clone(decoded->picture);
            if (!copy)
                throwNoPicture();
            m_first = libav::own(copy);
            m_firstPts = decoded->time;
        }
        return *m_first;
    }

    /// A longer index; what was decoded before there was any gets its number.
    void replaceIndex(FrameIndex index)
    {
        m_index = std::move(index);
        if (!m_first || m_index.empty())
            return;
        m_position = place(m_firstPts);
        m_cache.add(*m_position, *m_first);
        m_first.reset();
    }

    /// The number of the frame that the decoder calls by this time, or else of the one nearest to it; size()
    /// beyond what is known.
    std::size_t place(std::int64_t pts) const
    {
        if (const auto exact = m_index.find(pts))
            return *exact;
        const std::size_t k = m_index.at(m_index.toSeconds(pts));
        if (k + 1 < m_index.size())
            return m_index.entry(k + 1).pts - pts < pts - m_index.entry(k).pts ? k + 1 : k;
        const bool beyond = !m_index.complete() && pts > m_index.entry(k).pts;
        return beyond ? m_index.size() : k;
    }

    std::size_t substitute(std::size_t k) const
    {
        const auto found = m_substitutes.find(k);
        return found == m_substitutes.end() ? k : found->second;
    }

    /// Brings frame `k`, or the one that stands for it, into the cache. @return its number.
    std::size_t fetch(std::size_t k, const std::stop_token& stop)
    {
        if (m_cache.find(substitute(k)))
            return substitute(k);
        const bool backwards = m_lastAsked && k < *m_lastAsked && *m_lastAsked - k <= kSteppingBack;
        const std::size_t target = substitute(k);
        auto shown = decodeTo(target, !backwards, stop);
        if (shown
            != target) { // left out as not needed, now or by an earlier call that was stopped; or really lost
            m_position.reset();
            shown = decodeTo(target, false, stop);
        }
        if (!shown)
            throwNoPicture();
        if (*shown != k)
            m_substitutes.emplace(k, *shown);
        return *shown;
    }

    /// Decodes up to frame `k` from where the decoder is or from the key frame before it. What comes out is
    /// cached.
    ///
    /// @return  `k`; where it is lost the nearest frame before, else after it; absent when nothing can be
    /// decoded.
    std::optional<std::size_t> decodeTo(std::size_t k, bool skip, const std::stop_token& stop)
    {
        std::size_t key = m_index.keyBefore(k);
        const bool onTheWay
            = m_position && *m_position < k && (*m_position >= key || k - *m_position <= kNearby);
        if (onTheWay && m_cache.find(*m_position)) {
            if (const auto reached = decodeOn(k, skip, m_position, stop); reached.before || reached.exact)
                return reached.best();
        }
        for (;;) {
            if (key == 0)
                m_decoder.seekToStart();
            else
                m_decoder.seek(m_index.entry(key));
            m_position.reset();
            const auto reached = decodeOn(k, skip, std::nullopt, stop);
            if (reached.exact || reached.before || key == 0)
                return reached.best();
            key = m_index.keyBefore(key
                                    - 1); // the seek landed too late, or all from this key frame on is lost
        }
    }

    /// Nothing came between these two frames though all was decoded: the one before stands for what is
    /// missing.
    void markLost(std::size_t before, std::size_t after)
    {
        for (std::size_t k = before + 1; k < after && k < m_index.size(); ++k)
            m_substitutes.emplace(k, before);
    }

    struct Reached {
        std::optional<std::size_t> before;
        std::optional<std::size_t> exact;
        std::optional<std::size_t> after;
        std::optional<std::size_t> best() const { return exact ? exact : before ? before : after; }
    };

    Reached decodeOn(std::size_t k, bool skip, std::optional<std::size_t> before, const std::stop_token& stop)
    {
        Reached reached{before, std::nullopt, std::nullopt};
        const auto skipBefore = skip ? std::optional(m_index.entry(k).calledBy()) : std::nullopt;
        for (;;) {
            if (stop.stop_requested())
                throw Cancelled();
            const auto decoded = m_decoder.next(skipBefore);
            if (!decoded) {
                m_position.reset();
                if (!skip && !before && reached.before)
                    markLost(*reached.before, m_index.size());
                return reached;
            }
            const std::size_t found = place(decoded->time);
            m_position = found;
            if (found < m_index.size())
                m_cache.add(found, *decoded->picture);
            if (!skip && !before && reached.before)
                markLost(*reached.before, found);
            if (found < k) {
                reached.before = found;
                continue;
            }
            (found == k ? reached.exact : reached.after) = found;
            if (found >= m_index.size())
                reached.after.reset();
            return reached;
        }
    }

    MediaFile m_file;
    VideoDecoder m_decoder;
    MediaInfo m_info;
    FrameConversion m_conversion;
    FrameIndex m_index;
    std::unique_ptr<FrameIndexer> m_indexer;
    FrameCache m_cache;
    libav::Owner<AVFrame> m_first; ///< decoded before there was an index
    std::int64_t m_firstPts = 0;
    std::optional<std::size_t> m_position; ///< the frame that was decoded last
    std::optional<std::size_t> m_lastAsked;
    std::map<std::size_t, std::size_t> m_substitutes; ///< for lost frames
};

}

std::unique_ptr<PictureStream> decodePictures(const MediaFile& file, std::size_t keptBytes, Pixels::Allocate allocate)
{
    return std::make_unique<DecodedPictures>(file, keptBytes, std::move(allocate));
}

std::unique_ptr<PictureStream> openPictures(const MediaFile& file, std::size_t keptBytes)
{
    return decodePictures(file, keptBytes);
}

}
