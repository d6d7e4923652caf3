#include "engine/faces/face_lanes.h"

#include "engine/faces/face_measures.h"

#include <algorithm>

namespace engine {

namespace {

/// The spans of frames that follow each other.
class SpansOfFrames {
public:
    explicit SpansOfFrames(const std::vector<Interval>& frames) : m_frames(frames) { }

    void add(std::uint32_t frame)
    {
        if (m_spans.empty() || frame != m_last + 1)
            m_spans.push_back(m_frames[frame]);
        else
            m_spans.back().end = m_frames[frame].end;
        m_last = frame;
    }
    std::vector<Interval> take() { return std::move(m_spans); }

private:
    const std::vector<Interval>& m_frames;
    std::vector<Interval> m_spans;
    std::uint32_t m_last = 0;
};

FaceLane laneOf(const FacePerson& person, const std::vector<Interval>& frames)
{
    FaceLane lane;
    lane.person = person.id;
    SpansOfFrames seen(frames);
    SpansOfFrames speaking(frames);
    for (const StoredSight& sight : person.sights) {
        seen.add(sight.frame);
        if (sight.isSpeaking)
            speaking.add(sight.frame);
        const Interval& frame = frames[sight.frame];
        lane.times.push_back((frame.start + frame.end) / 2.0);
        lane.mouth.push_back(measuresOf(landmarksOf(sight)).mouthOpen);
    }
    lane.seen = seen.take();
    lane.speaking = speaking.take();
    return lane;
}

}

std::vector<FaceLane> faceLanes(const FaceTracks& tracks)
{
    std::vector<FaceLane> lanes;
    for (const FacePerson& person : tracks.people)
        lanes.push_back(laneOf(person, tracks.frames));
    std::ranges::sort(lanes, {}, &FaceLane::person);
    return lanes;
}

}
