#include "engine/decoding/presentation_order.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace engine {

PresentationOrder::PresentationOrder(const AVStream& stream)
    : m_codec(libav::own(avcodec_alloc_context3(nullptr)))
    , m_parser(av_parser_init(stream.codecpar->codec_id))
{
    avcodec_parameters_to_context(m_codec.get(), stream.codecpar);
    if (m_parser)
        m_parser->flags |= PARSER_FLAG_COMPLETE_FRAMES;
}

/// H.264 and H.265 say at which place a picture is shown, counted from a key frame.
bool PresentationOrder::countsPictures() const
{
    return m_codec->codec_id == AV_CODEC_ID_H264 || m_codec->codec_id == AV_CODEC_ID_HEVC;
}

/// DivX put a B-frame behind the reference that it needs in one packet, and a place holder in the next: the
/// decoder shows the B-frame when the place holder comes.
bool PresentationOrder::waitsInPacket(const AVPacket& packet)
{
    if (m_codec->codec_id != AV_CODEC_ID_MPEG4)
        return false;
    constexpr std::array<std::uint8_t, 4> begin{0, 0, 1, 0xB6}; // of a picture
    std::span<const std::uint8_t> bytes(packet.data, static_cast<std::size_t>(packet.size));
    int pictures = 0;
    for (auto found = std::ranges::search(bytes, begin); !found.empty() && pictures < 2; ++pictures) {
        bytes = bytes.subspan(static_cast<std::size_t>(found.end() - bytes.begin()));
        found = std::ranges::search(bytes, begin);
    }
    return std::exchange(m_packed, pictures == 2);
}

void PresentationOrder::add(const AVPacket& packet, const FrameIndex::Entry& entry)
{
    std::uint8_t* out = nullptr;
    int size = 0;
    if (m_parser)
        av_parser_parse2(m_parser.get(), m_codec.get(), &out, &size, packet.data, packet.size, AV_NOPTS_VALUE,
                         AV_NOPTS_VALUE, -1);
    FrameIndex::Entry picture = entry;
    picture.storedTime = entry.pts;
    if (m_parser && countsPictures()) {
        const int number = m_parser->output_picture_number;
        if (entry.key && !m_group.empty() && number <= m_highest)
            showGroup(); // it counts anew
        m_highest = m_group.empty() ? number : std::max(m_highest, number);
        m_group.push_back({picture, number});
        m_times.insert(entry.pts);
        return;
    }
    m_times.insert(entry.pts);
    const bool isPlaceHolder = waitsInPacket(packet);
    if (isPlaceHolder || (m_parser && m_parser->pict_type == AV_PICTURE_TYPE_B)) {
        show(picture);
        return;
    }
    if (m_reference)
        show(*m_reference);
    m_reference = picture;
}

void PresentationOrder::show(FrameIndex::Entry entry)
{
    entry.pts = *m_times.begin();
    m_times.erase(m_times.begin());
    m_shown.push_back(entry);
}

void PresentationOrder::showGroup()
{
    std::ranges::stable_sort(m_group, {}, &Waiting::number);
    for (const Waiting& waiting : m_group)
        show(waiting.entry);
    m_group.clear();
}

void PresentationOrder::finish()
{
    showGroup();
    if (m_reference)
        show(*std::exchange(m_reference, std::nullopt));
}

std::vector<FrameIndex::Entry> PresentationOrder::take()
{
    return std::exchange(m_shown, {});
}

}
