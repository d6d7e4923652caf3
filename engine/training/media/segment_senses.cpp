#include "engine/training/media/segment_senses.h"

#include "engine/features/face/face_crop.h"
#include "engine/features/sound/mel_pieces.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kBoxHolds = 1.0; ///< seconds

FaceBox wholeFrame(const VideoFrame& frame)
{
    return {0.0F, 0.0F, static_cast<float>(frame.width), static_cast<float>(frame.height)};
}

/// The square in the middle, five sixths of the height.
FaceBox middleSquare(const VideoFrame& frame)
{
    const float half = static_cast<float>(frame.height) * 5.0F / 12.0F;
    const float x = static_cast<float>(frame.width) / 2.0F, y = static_cast<float>(frame.height) / 2.0F;
    return {x - half, y - half, x + half, y + half};
}

MelScale scaleOf(const MediaOptions& options)
{
    return options.mel == MediaOptions::Mel::Log ? MelScale::Log : MelScale::Power;
}

}

std::vector<double> evenTimes(Interval span, std::size_t count)
{
    std::vector<double> times;
    for (std::size_t i = 0; i < count; ++i)
        times.push_back(span.start
                        + span.length() * (static_cast<double>(i) + 0.5) / static_cast<double>(count));
    return times;
}

std::vector<double> frameTimes(Interval span, double every)
{
    std::vector<double> times;
    for (double time = span.start; time < span.end;
         time = span.start + static_cast<double>(times.size()) * every)
        times.push_back(time);
    if (times.size() <= 1)
        times.assign(1, (span.start + span.end) / 2.0);
    return times;
}

Interval inMilliseconds(Interval span)
{
    constexpr double perSecond = 1000.0;
    return {std::round(span.start * perSecond) / perSecond, std::round(span.end * perSecond) / perSecond};
}

std::vector<double> SegmentSenses::timesIn(Interval span) const
{
    return m_options.patches ? evenTimes(span, m_options.patches->frames) : frameTimes(span, m_options.every);
}

std::optional<FaceBox> SegmentSenses::faceIn(const VideoFrame& frame)
{
    if (m_options.frames != MediaOptions::Frames::Face)
        return std::nullopt;
    const std::vector<DetectedFace> faces = m_detector.detectSoon(grayOf(frame));
    if (faces.empty())
        return std::nullopt;
    constexpr float toEdges = 0.5F;
    const FaceBox& box = faces.front().box;
    return FaceBox{box.x0 + toEdges, box.y0 + toEdges, box.x1 + toEdges, box.y1 + toEdges};
}

std::optional<FaceBox> SegmentSenses::see(const VideoFrame& frame, const std::optional<FaceBox>& face,
                                          SegmentMedia& result)
{
    FaceCropOptions crop;
    crop.side = m_options.side;
    std::optional<FaceBox> box;
    if (m_options.patches) { // pixels as they are
        crop.mean = {0.0F, 0.0F, 0.0F};
        crop.deviation = {1.0F, 1.0F, 1.0F};
    }
    if (m_options.frames != MediaOptions::Frames::Face) {
        crop.margin = 0;
        box = m_options.frames == MediaOptions::Frames::Whole ? wholeFrame(frame) : middleSquare(frame);
    } else {
        if (face) {
            m_last = face;
            m_lastTime = frame.time;
        } else if (std::abs(frame.time - m_lastTime) > kBoxHolds) {
            m_last.reset();
        }
        box = m_last;
    }
    if (m_options.areParts) {
        const MediaParts::Look look = m_parts && box ? lookAt(frame, *box) : MediaParts::Look{};
        result.looks.insert(result.looks.end(), look.begin(), look.end());
    } else {
        const std::vector<float> cut = faceCrop(frame, box, crop);
        result.faces.insert(result.faces.end(), cut.begin(), cut.end());
    }
    const FaceBox part = faceCropPart(frame, box, crop);
    const auto width = static_cast<float>(frame.width);
    const auto height = static_cast<float>(frame.height);
    result.cuts.push_back(
        {frame.time, {part.x0 / width, part.y0 / height, part.x1 / width, part.y1 / height}});
    result.found += box.has_value() ? 1 : 0;
    ++result.frames;
    return box;
}

MediaParts::Look SegmentSenses::lookAt(const VideoFrame& frame, const FaceBox& face)
{
    constexpr std::size_t kept = 128;
    const auto seen = std::ranges::find_if(
        m_looks, [&](const SeenLook& look) { return look.time == frame.time && look.face == face; });
    if (seen != m_looks.end())
        return seen->look;
    m_looks.push_back({frame.time, face, m_parts->lookAt(frame, face)});
    if (m_looks.size() > kept)
        m_looks.pop_front();
    return m_looks.back().look;
}

void SegmentSenses::hearPiece(std::span<const float> sound, std::size_t piece, SegmentMedia& result) const
{
    constexpr std::size_t hop = kPieceSamples / kMelPieceFrames;
    const std::size_t before = piece == 0 ? 0 : 1; // frames: each looks a hop around itself
    FeatureMatrix spectrogram = melSpectrogram(
        sound.subspan(piece * kPieceSamples - before * hop, kPieceSamples + before * hop), kSegmentSoundRate);
    FeatureMatrix own(kMelPieceFrames, spectrogram.columns);
    for (std::size_t frame = 0; frame < own.rows; ++frame)
        std::ranges::copy(spectrogram.row(frame + before), own.row(frame).begin());
    const FeatureMatrix row = melPieces(own, scaleOf(m_options));
    result.pieces.insert(result.pieces.end(), row.values.begin(), row.values.end());
    ++result.count;
}

void SegmentSenses::hear(std::span<const float> sound, SegmentMedia& result, const RunContext& run) const
{
    if (m_options.areParts) {
        if (m_parts) {
            const auto heard = m_parts->heardIn(sound, m_usual, run);
            result.voice.assign(heard.begin(), heard.end());
        }
        return;
    }
    if (m_options.patches) {
        result.samples.assign(sound.begin(), sound.end());
        return;
    }
    const FeatureMatrix pieces = melPieces(melSpectrogram(sound, kSegmentSoundRate, run), scaleOf(m_options));
    result.count = pieces.rows;
    result.pieces = pieces.values;
}

}
