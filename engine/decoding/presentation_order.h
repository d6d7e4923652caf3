#pragma once

#include "engine/media/frame_index.h"
#include "engine/media/libav.h"

#include <optional>
#include <set>
#include <vector>

namespace engine {

/// Private to engine/decoding: when pictures are shown, where a file stores only when they are decoded (AVI,
/// Matroska as Video for Windows wrote it). The coded stream tells the order of the pictures, and the file
/// tells the times: the k-th picture shown has the k-th time. Nothing is decoded.
class PresentationOrder {
public:
    explicit PresentationOrder(const AVStream& stream);

    /// Adds the next picture in decoding order. @param entry  its `pts` is the time that the file stores
    void add(const AVPacket& packet, const FrameIndex::Entry& entry);
    /// Says that no picture follows.
    void finish();
    /// The pictures whose place became certain since the last call, in the order in which they are shown;
    /// their `storedTime` is the `pts` with which they were added.
    std::vector<FrameIndex::Entry> take();

private:
    struct Parser {
        void operator()(AVCodecParserContext* parser) const { av_parser_close(parser); }
    };
    struct Waiting {
        FrameIndex::Entry entry;
        int number = 0; ///< place in its group
    };
    bool countsPictures() const;
    bool waitsInPacket(const AVPacket& packet);
    void show(FrameIndex::Entry entry);
    void showGroup();

    libav::Owner<AVCodecContext> m_codec;
    std::unique_ptr<AVCodecParserContext, Parser> m_parser; ///< null: FFmpeg has none for the codec
    std::vector<Waiting> m_group; ///< of codecs that number their pictures
    int m_highest = 0; ///< number in the group
    std::optional<FrameIndex::Entry> m_reference; ///< of other codecs: shown after the B-frames that follow
    bool m_packed = false; ///< the last packet also held the next B-frame
    std::multiset<std::int64_t> m_times; ///< stored times that no picture has yet
    std::vector<FrameIndex::Entry> m_shown;
};

}
