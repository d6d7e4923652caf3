#include "engine/deidentify/face_plan.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kFilledGap = 1.0; // seconds
constexpr double kMargin = 0.3; // seconds before and after a stretch
constexpr float kHair = 2.7F; // times what boxes grow by at the other sides: landmarks end at the brows

FaceBox mixed(const FaceBox& a, const FaceBox& b, float part)
{
    const auto between = [&](float from, float to) { return from + (to - from) * part; };
    return {between(a.x0, b.x0), between(a.y0, b.y0), between(a.x1, b.x1), between(a.y1, b.y1)};
}

FaceBox scaled(const FaceBox& box, float factor)
{
    return {box.x0 * factor, box.y0 * factor, box.x1 * factor, box.y1 * factor};
}

FaceBox widened(const FaceBox& box, float widen)
{
    const float x = box.width() * widen / 2, y = box.height() * widen / 2;
    return {box.x0 - x, box.y0 - y * kHair, box.x1 + x, box.y1 + y};
}

class PersonCover {
public:
    PersonCover(const FaceTracks& tracks, float widen, FacePlan& plan)
        : m_tracks(tracks)
        , m_widen(widen)
        , m_plan(plan)
    {
    }

    void add(const FacePerson& person)
    {
        const StoredSight* before = nullptr;
        for (const StoredSight& sight : person.sights) {
            if (sight.frame >= m_tracks.frames.size())
                continue;
            const FaceBox box = inVideo(sight);
            if (!before)
                spread(sight.frame, -1, box);
            else if (start(sight) - end(*before) <= kFilledGap)
                fill(*before, sight);
            else
                leave(*before, sight);
            put(sight.frame, box, landmarksInVideo(sight));
            before = &sight;
        }
        if (before)
            spread(before->frame, 1, inVideo(*before));
    }

private:
    double start(const StoredSight& sight) const { return m_tracks.frames[sight.frame].start; }
    double end(const StoredSight& sight) const { return m_tracks.frames[sight.frame].end; }
    FaceBox inVideo(const StoredSight& sight) const { return scaled(boxOf(sight), static_cast<float>(m_tracks.pixels)); }

    FaceLandmarks landmarksInVideo(const StoredSight& sight) const
    {
        FaceLandmarks points = landmarksOf(sight);
        for (FacePoint& point : points)
            point = point * static_cast<float>(m_tracks.pixels);
        return points;
    }

    void put(std::size_t frame, const FaceBox& box, std::optional<FaceLandmarks> landmarks = {})
    {
        m_plan.frames[frame].push_back({widened(box, m_widen), landmarks});
    }

    /// Covers the frames within kMargin before or after one.
    void spread(std::size_t frame, int direction, const FaceBox& box)
    {
        const double from = m_tracks.frames[frame].start;
        for (auto k = static_cast<std::ptrdiff_t>(frame) + direction;
             k >= 0 && k < static_cast<std::ptrdiff_t>(m_tracks.frames.size())
             && std::abs(m_tracks.frames[static_cast<std::size_t>(k)].start - from) <= kMargin;
             k += direction)
            put(static_cast<std::size_t>(k), box);
    }

    void fill(const StoredSight& before, const StoredSight& after)
    {
        const auto frames = static_cast<float>(after.frame - before.frame);
        for (std::size_t k = before.frame + 1; k < after.frame; ++k)
            put(k, mixed(inVideo(before), inVideo(after), static_cast<float>(k - before.frame) / frames));
    }

    void leave(const StoredSight& before, const StoredSight& after)
    {
        spread(before.frame, 1, inVideo(before));
        spread(after.frame, -1, inVideo(after));
        for (std::size_t k = before.frame + 1; k < after.frame; ++k)
            m_plan.unsure.push_back(k);
    }

    const FaceTracks& m_tracks;
    float m_widen;
    FacePlan& m_plan;
};

}

FacePlan facePlan(const FaceTracks& tracks, const std::set<std::size_t>& kept, float widen)
{
    FacePlan plan;
    plan.frames.resize(tracks.frames.size());
    plan.kept.resize(tracks.frames.size());
    PersonCover cover(tracks, widen, plan);
    for (const FacePerson& person : tracks.people) {
        if (!kept.contains(person.id)) {
            cover.add(person);
            continue;
        }
        for (const StoredSight& sight : person.sights) {
            if (sight.frame < plan.kept.size())
                plan.kept[sight.frame].push_back(scaled(boxOf(sight), static_cast<float>(tracks.pixels)));
        }
    }
    std::ranges::sort(plan.unsure);
    plan.unsure.erase(std::ranges::unique(plan.unsure).begin(), plan.unsure.end());
    return plan;
}

void addDrawnBoxes(FacePlan& plan, const std::vector<Interval>& frames, const std::vector<DrawnBox>& keys)
{
    if (keys.empty())
        return;
    for (std::size_t k = 0; k < std::min(frames.size(), plan.frames.size()); ++k) {
        const double time = (frames[k].start + frames[k].end) / 2;
        if (frames[k].end <= keys.front().time || frames[k].start > keys.back().time)
            continue;
        const auto after = std::ranges::lower_bound(keys, time, {}, &DrawnBox::time);
        if (after == keys.begin() || after == keys.end()) {
            plan.frames[k].push_back({after == keys.end() ? keys.back().box : after->box, {}});
            continue;
        }
        const DrawnBox& before = *std::prev(after);
        const double length = after->time - before.time;
        const double part = length > 0 ? (time - before.time) / length : 0.0;
        plan.frames[k].push_back({mixed(before.box, after->box, static_cast<float>(part)), {}});
    }
}

}
