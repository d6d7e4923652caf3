#include "engine/training/run/live_answerer.h"

#include "engine/core/error.h"
#include "engine/core/stopwatch.h"
#include "engine/features/face/landmark_model.h"
#include "engine/features/face/mesh_look.h"
#include "engine/features/face/mesh_measures.h"
#include "engine/models/serving/model_file.h"
#include "engine/parts/installed_part.h"
#include "engine/training/media/live_window.h"
#include "engine/training/run/parts_found.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/span_scores.h"

#include <chrono>
#include <optional>

namespace engine {

namespace {

/// The 68 landmarks of the face in a session's pictures: by dlib's model, where its package is installed,
/// else those of the part `face_mesh` that stand in their places; none without either.
class LiveLandmarks {
public:
    LiveLandmarks()
    {
        try {
            m_model.emplace();
            return;
        } catch (const Error&) { // its package is not installed
        }
        try {
            const InstalledPart part = openPart(Installation::ofThisProgram(), kFaceMeshPart);
            m_nets.emplace(
                FaceMeshNets::read(part.file(kFaceMeshDetectorFile), part.file(kFaceMeshPointsFile)));
        } catch (const Error&) { // a session needs no landmarks
        }
        begin();
    }
    LiveLandmarks(const LiveLandmarks&) = delete; // the looker keeps the nets' place
    LiveLandmarks& operator=(const LiveLandmarks&) = delete;

    /// Another session: times begin anew.
    void begin()
    {
        if (m_nets)
            m_looker.emplace(*m_nets);
    }

    /// @return x, y of each, in pixels; none where they are not known of this face
    std::vector<float> of(const VideoFrame& picture, const GrayPicture& gray, const FaceBox& box)
    {
        std::vector<float> numbers;
        if (const std::optional<FaceLandmarks> landmarks
            = m_model ? m_model->of(gray, box) : meshed(picture, box)) {
            for (const FacePoint& point : *landmarks)
                numbers.insert(numbers.end(), {point.x, point.y});
        }
        return numbers;
    }

private:
    /// Nothing where the points are another face's.
    std::optional<FaceLandmarks> meshed(const VideoFrame& picture, const FaceBox& box)
    {
        const std::optional<MeshedFace> face
            = m_looker ? m_looker->lookAt(picture, picture.time) : std::nullopt;
        if (!face)
            return std::nullopt;
        const FaceLandmarks landmarks = landmarksOf(face->points);
        constexpr std::size_t noseTip = 30;
        const FacePoint& nose = landmarks[noseTip];
        const bool isThisOne = nose.x > box.x0 && nose.x < box.x1 && nose.y > box.y0 && nose.y < box.y1;
        return isThisOne ? std::optional(landmarks) : std::nullopt;
    }

    std::optional<LandmarkModel> m_model;
    std::optional<FaceMeshNets> m_nets;
    std::optional<MeshLooker> m_looker;
};

}

class LiveAnswerer::Impl {
public:
    explicit Impl(Scorer& scorer)
        : m_scorer(scorer)
        , m_options(mediaOptionsOf(scorer.card()))
        , m_hasText(readsText(scorer.card()))
        , m_worksAhead(!m_options.patches && scorer.trained().model->rememberItems(kRemembered))
    {
    }

    LiveReply answer(LiveRequest request)
    {
        if (request.begins || !m_window)
            m_window.emplace(m_options, request.window);
        if (request.begins && m_landmarks)
            m_landmarks->begin();
        LiveReply reply;
        reply.id = request.id;
        for (LivePicture& picture : request.pictures)
            m_window->addPicture(std::make_shared<VideoFrame>(
                VideoFrame{0, picture.time, picture.width, picture.height, std::move(picture.bgra)}));
        if (!request.sound.empty())
            m_window->addSound(request.soundStart, request.sound);
        if (request.span)
            answerSpan(request, reply);
        if (request.findsFace && m_window->newest())
            findFace(*m_window->newest(), reply);
        if (request.begins)
            m_ahead = {};
        expect(request.upcoming.value_or(Interval{}));
        m_aheadEnabled = enabledFor(request);
        return reply;
    }

    void expect(Interval span)
    {
        if (m_ahead.span != span)
            m_ahead = {span};
    }

    std::optional<std::size_t> workAhead(std::size_t most)
    {
        if (!m_worksAhead || !m_window || m_ahead.span.length() <= 0.0)
            return std::nullopt;
        LiveWindow::Spent spent;
        const SegmentMedia media = m_window->readAhead(m_ahead, most, spent);
        if (media.frames == 0 && media.count == 0)
            return std::nullopt;
        spanScores(m_scorer, {{"live"}, std::make_shared<HeldMedia>(media, m_options)}, m_aheadEnabled);
        return media.count;
    }

private:
    static constexpr std::size_t kRemembered = 256; ///< faces, and pieces of sound: windows overlap

    EnabledModalities enabledFor(const LiveRequest& request) const
    {
        EnabledModalities enabled = m_scorer.card().modalities;
        for (std::size_t i = 0; i < enabled.size(); ++i)
            enabled[i] = enabled[i] && request.enabled[i];
        if (m_hasText && !m_options.areParts)
            enabled[static_cast<std::size_t>(Modality::Text)] = false;
        return enabled;
    }

    void answerSpan(const LiveRequest& request, LiveReply& reply)
    {
        LiveWindow::Spent spent;
        const SegmentMedia media = m_window->read(*request.span, spent);
        reply.span = request.span;
        reply.frames = media.frames;
        reply.found = media.found;
        reply.newest = m_window->newestInSpan();
        reply.faceMilliseconds = spent.faces;
        reply.featureMilliseconds = spent.features;
        const Stopwatch watch;
        AskedSpan held{{"live"}, std::make_shared<HeldMedia>(media, m_options)};
        if (m_options.areParts) {
            held.transcripts = {request.transcript};
            reply.parts = partsFound(m_scorer, media, request.transcript);
        }
        const EnabledModalities enabled = enabledFor(request);
        reply.values = spanScores(m_scorer, held, enabled).values;
        if (request.explain)
            reply.occlusion = modalityEffects(m_scorer, held, enabled, reply.values);
        reply.modelMilliseconds = watch.milliseconds();
    }

    void findFace(const VideoFrame& picture, LiveReply& reply)
    {
        const Stopwatch watch;
        const GrayPicture gray = grayOf(picture);
        const std::vector<DetectedFace> faces = m_detector.detectSoon(gray);
        if (!faces.empty()) {
            const FaceBox& box = faces.front().box;
            LiveFace face{picture.time,        picture.width,
                          picture.height,      {box.x0, box.y0, box.x1, box.y1},
                          faces.front().score, {}};
            if (!m_landmarks)
                m_landmarks.emplace();
            face.landmarks = m_landmarks->of(picture, gray, box);
            reply.face = std::move(face);
        }
        reply.faceMilliseconds += watch.milliseconds();
    }

    const Scorer& m_scorer;
    MediaOptions m_options;
    bool m_hasText;
    bool m_worksAhead;
    std::optional<LiveWindow> m_window;
    LiveWindow::Progress m_ahead; ///< of length 0: nothing is upcoming
    EnabledModalities m_aheadEnabled{};
    FaceDetector m_detector;
    std::optional<LiveLandmarks> m_landmarks; ///< opened when the first face is found
};

LiveAnswerer::LiveAnswerer(Scorer& scorer) : m_impl(std::make_unique<Impl>(scorer)) { }

LiveAnswerer::~LiveAnswerer() = default;

LiveReply LiveAnswerer::answer(LiveRequest request)
{
    return m_impl->answer(std::move(request));
}

void LiveAnswerer::expect(Interval span)
{
    m_impl->expect(span);
}

std::optional<std::size_t> LiveAnswerer::workAhead(std::size_t most)
{
    return m_impl->workAhead(most);
}

}
