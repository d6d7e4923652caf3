#include "engine/training/media/segment_reader.h"

#include "engine/core/error.h"
#include "engine/features/face/face_crop.h"
#include "engine/features/face/face_detector.h"
#include "engine/features/sound/mel_pieces.h"
#include "engine/media/video_reader.h"
#include "engine/media/whole_sound.h"

#include <cmath>
#include <optional>

namespace engine {

namespace {

constexpr double kBoxHolds = 1.0; ///< seconds
constexpr int kLargestFrame = 640; ///< pixels of the longer side in which faces are looked for

/// A stream that a recording may lack.
template <class Reader, class Make>
std::optional<Reader> unlessAbsent(const char* code, Make make)
{
    try {
        return make();
    } catch (const IoError& error) {
        if (error.code() != code)
            throw;
        return std::nullopt;
    }
}

/// The strongest face; edges of the box, not middles of pixels.
std::optional<FaceBox> strongestFace(FaceDetector& detector, const VideoFrame& frame)
{
    const GrayPicture gray = grayOf(frame);
    const FaceBox whole{0.0F, 0.0F, static_cast<float>(gray.width), static_cast<float>(gray.height)};
    std::vector<DetectedFace> faces = detector.detect(gray, whole, gray.width / 2);
    if (faces.empty())
        faces = detector.detect(gray);
    if (faces.empty())
        return std::nullopt;
    constexpr float toEdges = 0.5F;
    const FaceBox& box = faces.front().box;
    return FaceBox{box.x0 + toEdges, box.y0 + toEdges, box.x1 + toEdges, box.y1 + toEdges};
}

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

std::vector<double> evenTimes(Interval span, std::size_t count)
{
    std::vector<double> times;
    for (std::size_t i = 0; i < count; ++i)
        times.push_back(span.start
                        + span.length() * (static_cast<double>(i) + 0.5) / static_cast<double>(count));
    return times;
}

class SegmentReader::Impl {
public:
    Impl(const std::filesystem::path& media, const MediaOptions& options)
        : m_options(options)
        , m_video(unlessAbsent<VideoReader>(
              "no_video", [&] { return VideoReader(MediaFile(media), VideoReader::kKeptInSequence); }))
        , m_media(media)
    {
    }

    SegmentMedia read(Interval span, const RunContext& run)
    {
        SegmentMedia result;
        if (m_video && !m_video->index().empty())
            see(span, result, run);
        hear(span, result, run);
        return result;
    }

private:
    void see(Interval span, SegmentMedia& result, const RunContext& run)
    {
        FaceCropOptions crop;
        crop.side = m_options.side;
        const bool isCentre = m_options.frames == MediaOptions::Frames::Centre;
        const bool isWhole = m_options.frames == MediaOptions::Frames::Whole;
        if (isCentre || isWhole)
            crop.margin = 0;
        if (m_options.patches) { // pixels as they are
            crop.mean = {0.0F, 0.0F, 0.0F};
            crop.deviation = {1.0F, 1.0F, 1.0F};
        }
        for (const double time : m_options.patches ? evenTimes(span, m_options.patches->frames)
                                                   : frameTimes(span, m_options.every)) {
            run.tick(0, 1);
            const auto frame
                = m_video->frame(m_video->index().at(time), kLargestFrame, kLargestFrame, run.stop);
            const std::optional<FaceBox> box = isWhole ? wholeFrame(*frame)
                : isCentre                             ? middleSquare(*frame)
                                                       : boxAt(*frame);
            const std::vector<float> face = faceCrop(*frame, box, crop);
            result.faces.insert(result.faces.end(), face.begin(), face.end());
            result.found += box.has_value() ? 1 : 0;
            ++result.frames;
        }
    }

    std::optional<FaceBox> boxAt(const VideoFrame& frame)
    {
        if (const std::optional<FaceBox> found = strongestFace(m_detector, frame)) {
            m_last = found;
            m_lastTime = frame.time;
        } else if (std::abs(frame.time - m_lastTime) > kBoxHolds) {
            m_last.reset();
        }
        return m_last;
    }

    void hear(Interval span, SegmentMedia& result, const RunContext& run)
    {
        // opened anew each time: after a seek, samples would depend a little on what was read before
        std::optional<AudioReader> reader = unlessAbsent<AudioReader>(
            "no_audio", [&] { return AudioReader(MediaFile(m_media), kSampleRate, 1); });
        if (!reader)
            return;
        const double start = std::max(0.0, span.start);
        reader->seek(start);
        const auto samples = static_cast<std::size_t>(std::llround((span.end - start) * kSampleRate));
        std::vector<float> sound = wholeSound(*reader, run, samples);
        if (m_options.patches) {
            result.samples = std::move(sound);
            return;
        }
        const FeatureMatrix pieces
            = melPieces(melSpectrogram(sound, kSampleRate, run),
                        m_options.mel == MediaOptions::Mel::Log ? MelScale::Log : MelScale::Power);
        result.count = pieces.rows;
        result.pieces = pieces.values;
    }

    MediaOptions m_options;
    std::optional<VideoReader> m_video;
    std::filesystem::path m_media;
    FaceDetector m_detector;
    std::optional<FaceBox> m_last;
    double m_lastTime = 0.0;
};

SegmentReader::SegmentReader(const std::filesystem::path& media, const MediaOptions& options)
    : m_impl(std::make_unique<Impl>(media, options))
{
}

SegmentReader::~SegmentReader() = default;

SegmentMedia SegmentReader::read(Interval span, const RunContext& run)
{
    constexpr double perSecond = 1000.0; // captions count in milliseconds: the same span is to sound the same
    span = {std::round(span.start * perSecond) / perSecond, std::round(span.end * perSecond) / perSecond};
    return m_impl->read(span, run);
}

}
