#include "engine/features/face/face_tracker.h"

#include "engine/faces/face_pose.h"
#include "engine/features/face/cut_finder.h"
#include "engine/features/face/face_detector.h"
#include "engine/features/face/people.h"

#include <algorithm>
#include <deque>
#include <optional>

namespace engine {

namespace {

constexpr float kSameFace = 0.3F; ///< boxes that share so much are of one face
constexpr float kCrossing = 0.25F; ///< tracked boxes that share so much are crossing
constexpr float kSteadyBox
    = 0.55F; ///< a box that shares so much with the detector's stays: it moves more smoothly
constexpr float kWorstResidual = 14.0F; ///< mm; landmarks that fit no head
constexpr float kCheckedPart = 2.2F; ///< widths of the face that the detector looks at
constexpr int kCheckedPixels = 176; ///< their size for the detector
constexpr float kExpectedScore = -0.3F; ///< the least where a face was a moment ago
constexpr std::size_t kFramesBetweenDoubts = 3;
constexpr std::size_t kFramesInDoubt = 12; ///< without a confirmation a face is lost
constexpr std::size_t kFramesOfSeeking
    = 75; ///< after a face was lost the whole picture is searched more often
constexpr std::size_t kFramesBetweenSeekings = 8;
constexpr std::size_t kFramesRemembered = 80; ///< for faces that the detector finds late
constexpr std::size_t kRecalledAtOnce = 4;
constexpr float kNear = 4.0F; ///< widths of a face
constexpr float kFinestPicture = 960.0F; ///< pixels: larger pictures are not enlarged

/// What the landmarks say of place and size, without mouth and jaw.
struct Frame {
    FacePoint middle;
    float size = 0.0F;
};

Frame frameOf(const FaceLandmarks& landmarks)
{
    Frame frame;
    constexpr std::size_t first = 17;
    constexpr std::size_t count = 48 - first;
    for (std::size_t i = first; i < 48; ++i)
        frame.middle = frame.middle + landmarks[i] * (1.0F / count);
    for (std::size_t i = first; i < 48; ++i)
        frame.size += (landmarks[i] - frame.middle).length() / count;
    return frame;
}

struct Track {
    std::size_t person = 0;
    FaceBox box;
    FaceLandmarks landmarks{};
    float score = 0.0F;
    FacePoint offset; ///< of the box's middle from the landmarks', over their size
    float widths = 1.0F; ///< of the box, over the landmarks' size
    float shape = 1.0F; ///< height of the box over its width
    std::size_t confirmed = 0; ///< frame
    std::size_t checked = 0;
    std::vector<FaceSight> pending; ///< since then
};

/// Remembers how the box lies about the landmarks.
void tie(Track& track)
{
    const Frame frame = frameOf(track.landmarks);
    const float size = std::max(frame.size, 1e-3F);
    track.offset = (track.box.centre() - frame.middle) * (1.0F / size);
    track.widths = track.box.width() / size;
    track.shape = track.box.height() / std::max(track.box.width(), 1e-3F);
}

FaceBox boxAbout(const Track& track, const FaceLandmarks& landmarks)
{
    const Frame frame = frameOf(landmarks);
    const FacePoint middle = frame.middle + track.offset * frame.size;
    const float half = track.widths * frame.size / 2.0F;
    return {middle.x - half, middle.y - half * track.shape, middle.x + half, middle.y + half * track.shape};
}

FaceBox partAround(const FaceBox& box, float widths)
{
    const FacePoint middle = box.centre();
    const float half = box.width() * widths / 2.0F;
    return {middle.x - half, middle.y - half, middle.x + half, middle.y + half};
}

}

class FaceTracker::Impl {
public:
    Impl(const LandmarkModel& model, Taker take, FaceTrackerOptions options)
        : m_model(model)
        , m_take(std::move(take))
        , m_options(options)
    {
    }

    void add(const VideoFrame& frame, std::size_t number)
    {
        m_frame = &frame;
        m_number = number;
        m_gray = grayOf(frame);
        if (m_cuts.isCut(m_gray)) {
            endAll();
            m_people.cut();
            m_past.clear();
            m_wasSearched = false;
        }
        for (Track& track : m_tracks)
            follow(track);
        std::erase_if(m_tracks,
                      [&](const Track& track) { return poseOf(track.landmarks).residual > kWorstResidual; });
        settleCrossings();
        checkTracks();
        if (!m_wasSearched || isSearchDue())
            search();
        m_past.emplace_back(number, std::move(m_gray));
        if (m_past.size() > kFramesRemembered)
            m_past.pop_front();
    }

    void finish() { endAll(); }

private:
    void follow(Track& track)
    {
        track.landmarks = m_model.steady(m_gray, track.box);
        track.box = boxAbout(track, track.landmarks);
        track.pending.push_back({m_number, track.person, track.box, track.landmarks, track.score});
    }

    /// The detector saw the track's face here.
    void confirm(Track& track, const DetectedFace& face)
    {
        if (face.box.overlap(track.box) < kSteadyBox) {
            track.box = face.box;
            track.landmarks = m_model.steady(m_gray, track.box);
            if (!track.pending.empty() && track.pending.back().frame == m_number) {
                track.pending.back().landmarks = track.landmarks;
                track.pending.back().box = track.box;
            }
            tie(track);
        }
        track.score = face.score;
        track.confirmed = track.checked = m_number;
        const FaceAppearance sight(*m_frame, track.landmarks);
        track.person = m_people.rather(track.person, sight, inSight());
        m_people.saw(track.person, sight, track.box, m_number);
        hand(track);
    }

    std::vector<std::size_t> inSight() const
    {
        std::vector<std::size_t> people;
        for (const Track& track : m_tracks)
            people.push_back(track.person);
        return people;
    }

    void hand(Track& track)
    {
        for (FaceSight& sight : track.pending) {
            sight.person = track.person;
            m_take(sight);
        }
        track.pending.clear();
    }

    /// Ends a track with the frame in which the detector last saw it.
    void lose(Track& track)
    {
        track.pending.clear();
        m_lost = m_number;
    }

    void endAll()
    {
        for (Track& track : m_tracks) {
            if (track.confirmed == track.checked) // not in doubt
                hand(track);
        }
        m_tracks.clear();
    }

    void checkTracks()
    {
        std::erase_if(m_tracks, [&](Track& track) {
            const bool isInDoubt = track.checked != track.confirmed;
            const std::size_t wait = isInDoubt ? kFramesBetweenDoubts : m_options.framesBetweenChecks;
            if (m_number - track.checked < wait)
                return false;
            if (const auto face = best(m_detector.detect(m_gray, partAround(track.box, kCheckedPart),
                                                         kCheckedPixels, kExpectedScore),
                                       track.box)) {
                confirm(track, *face);
                return false;
            }
            track.checked = m_number;
            if (m_number - track.confirmed < m_options.framesBetweenChecks + kFramesInDoubt)
                return false;
            lose(track);
            return true;
        });
    }

    static std::optional<DetectedFace> best(const std::vector<DetectedFace>& faces, const FaceBox& box)
    {
        std::optional<DetectedFace> result;
        float most = kSameFace;
        for (const DetectedFace& face : faces) {
            if (const float shared = face.box.overlap(box); shared > most) {
                most = shared;
                result = face;
            }
        }
        return result;
    }

    /// Of two tracked faces that cover each other, the one that is in front goes on.
    void settleCrossings()
    {
        for (std::size_t i = 0; i < m_tracks.size(); ++i) {
            for (std::size_t j = i + 1; j < m_tracks.size(); ++j) {
                if (m_tracks[i].box.overlap(m_tracks[j].box) < kCrossing)
                    continue;
                const FaceAppearance inFirst(*m_frame, m_tracks[i].landmarks);
                const FaceAppearance inSecond(*m_frame, m_tracks[j].landmarks);
                const float first = m_people.distance(m_tracks[i].person, inFirst);
                const float second = m_people.distance(m_tracks[j].person, inSecond);
                const std::size_t loser = first <= second ? j : i;
                lose(m_tracks[loser]);
                m_tracks.erase(m_tracks.begin() + static_cast<std::ptrdiff_t>(loser));
                settleCrossings();
                return;
            }
        }
    }

    bool isSearchDue() const
    {
        if (m_frame->time - m_searchTime >= m_options.secondsBetweenSearches)
            return true;
        const bool isSeeking = m_lost && m_number - *m_lost <= kFramesOfSeeking;
        return (isSeeking || m_tracks.empty()) && m_number - m_searchNumber >= kFramesBetweenSeekings;
    }

    /// Faces in the whole picture; now and then, or where there are none, in a picture twice as large.
    std::vector<DetectedFace> facesOfPicture()
    {
        const double since
            = m_fineSearchTime ? m_frame->time - *m_fineSearchTime : m_options.secondsBetweenFineSearches;
        const bool canBeFine = static_cast<float>(m_gray.width) <= kFinestPicture;
        if (!canBeFine || since < m_options.secondsBetweenFineSearches) {
            std::vector<DetectedFace> faces = m_detector.detect(m_gray);
            const bool isEnough
                = !faces.empty() || !m_tracks.empty() || since < m_options.secondsBetweenSearches;
            if (!canBeFine || isEnough)
                return faces;
        }
        m_fineSearchTime = m_frame->time;
        const FaceBox all{0.0F, 0.0F, static_cast<float>(m_gray.width), static_cast<float>(m_gray.height)};
        return m_detector.detect(m_gray, all, 2 * m_gray.width);
    }

    void search()
    {
        m_wasSearched = true;
        m_searchTime = m_frame->time;
        m_searchNumber = m_number;
        const std::vector<DetectedFace> faces = facesOfPicture();
        std::vector<DetectedFace> unknown;
        for (const DetectedFace& face : faces) {
            Track* owner = nullptr;
            float most = kSameFace;
            for (Track& track : m_tracks) {
                if (const float shared = track.box.overlap(face.box); shared > most) {
                    most = shared;
                    owner = &track;
                }
            }
            if (!owner)
                unknown.push_back(face);
            else if (owner->confirmed != m_number)
                confirm(*owner, face);
        }
        begin(unknown);
    }

    /// New tracks; who is most like someone known is named first, and of strangers the one further left.
    void begin(const std::vector<DetectedFace>& faces)
    {
        std::vector<std::pair<Track, FaceAppearance>> fresh;
        for (const DetectedFace& face : faces) {
            Track track;
            track.box = face.box;
            track.landmarks = m_model.steady(m_gray, track.box);
            if (poseOf(track.landmarks).residual > kWorstResidual)
                continue;
            tie(track);
            track.score = face.score;
            track.confirmed = track.checked = m_number;
            fresh.emplace_back(track, FaceAppearance(*m_frame, track.landmarks));
        }
        std::ranges::stable_sort(fresh, {}, [](const auto& one) { return one.first.box.centre().x; });
        while (!fresh.empty()) {
            const std::vector<std::size_t> present = inSight();
            const auto nearest
                = std::min_element(fresh.begin(), fresh.end(), [&](const auto& a, const auto& b) {
                      return m_people.nearest(a.second, present) < m_people.nearest(b.second, present);
                  });
            Track track = nearest->first;
            track.person = m_people.recognise(nearest->second, track.box, m_number, present);
            track.pending = recall(track);
            m_people.saw(track.person, nearest->second, track.box, m_number);
            track.pending.push_back({m_number, track.person, track.box, track.landmarks, track.score});
            hand(track);
            m_tracks.push_back(track);
            fresh.erase(nearest);
        }
    }

    /// The sights of a new track's face in the frames before, as far back as the detector agrees. None where
    /// someone else is near, whose face it might take for the same.
    std::vector<FaceSight> recall(Track track)
    {
        for (const Track& other : m_tracks) {
            if (partAround(other.box, kNear).overlap(track.box) > 0.0F)
                return {};
        }
        const std::optional<std::size_t> last = m_people.lastFrame(track.person);
        std::vector<FaceSight> agreed;
        std::vector<FaceSight> step;
        for (auto past = m_past.rbegin(); past != m_past.rend() && (!last || past->first > *last); ++past) {
            track.landmarks = m_model.steady(past->second, track.box);
            track.box = boxAbout(track, track.landmarks);
            if (poseOf(track.landmarks).residual > kWorstResidual)
                break;
            step.push_back({past->first, track.person, track.box, track.landmarks, track.score});
            if (step.size() < kRecalledAtOnce && std::next(past) != m_past.rend())
                continue;
            const FaceBox part = partAround(track.box, kCheckedPart);
            if (!best(m_detector.detect(past->second, part, kCheckedPixels, kExpectedScore), track.box))
                break;
            agreed.insert(agreed.end(), step.begin(), step.end());
            step.clear();
        }
        std::reverse(agreed.begin(), agreed.end());
        return agreed;
    }

    const LandmarkModel& m_model;
    Taker m_take;
    FaceTrackerOptions m_options;
    FaceDetector m_detector;
    CutFinder m_cuts;
    People m_people;
    std::vector<Track> m_tracks;
    const VideoFrame* m_frame = nullptr; ///< the frame that is being added
    GrayPicture m_gray;
    std::deque<std::pair<std::size_t, GrayPicture>> m_past; ///< frames of this shot, with their numbers
    std::size_t m_number = 0;
    bool m_wasSearched = false; ///< since the last cut
    double m_searchTime = 0.0;
    std::optional<double> m_fineSearchTime;
    std::size_t m_searchNumber = 0;
    std::optional<std::size_t> m_lost; ///< when a face was last lost
};

FaceTracker::FaceTracker(const LandmarkModel& model, Taker take, FaceTrackerOptions options)
    : m_impl(std::make_unique<Impl>(model, std::move(take), options))
{
}
FaceTracker::~FaceTracker() = default;

void FaceTracker::add(const VideoFrame& frame, std::size_t number)
{
    m_impl->add(frame, number);
}
void FaceTracker::finish()
{
    m_impl->finish();
}

}
