#include "engine/faces/face_tracks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace engine {

namespace {

constexpr float kParts = 16.0F; ///< of a pixel

std::int16_t partsOf(float pixels)
{
    return static_cast<std::int16_t>(std::lround(std::clamp(pixels * kParts, -32768.0F, 32767.0F)));
}

std::size_t spokenFrames(const FacePerson& person)
{
    return static_cast<std::size_t>(std::ranges::count_if(person.sights, &StoredSight::isSpeaking));
}

}

void sortPeople(FaceTracks& tracks)
{
    std::erase_if(tracks.people, [](const FacePerson& person) { return person.sights.empty(); });
    std::stable_sort(
        tracks.people.begin(), tracks.people.end(),
        [](const FacePerson& a, const FacePerson& b) { return a.sights.size() > b.sights.size(); });
}

const FacePerson* findPerson(const FaceTracks& tracks, std::size_t id)
{
    const auto found = std::find_if(tracks.people.begin(), tracks.people.end(),
                                    [&](const FacePerson& person) { return person.id == id; });
    return found == tracks.people.end() ? nullptr : &*found;
}

FacePerson* findPerson(FaceTracks& tracks, std::size_t id)
{
    return const_cast<FacePerson*>(findPerson(std::as_const(tracks), id));
}

StoredSight stored(const FaceSight& sight)
{
    StoredSight result{static_cast<std::uint32_t>(sight.frame), sight.score};
    result.box = {partsOf(sight.box.x0), partsOf(sight.box.y0), partsOf(sight.box.x1), partsOf(sight.box.y1)};
    for (std::size_t i = 0; i < sight.landmarks.size(); ++i) {
        result.landmarks[2 * i] = partsOf(sight.landmarks[i].x);
        result.landmarks[2 * i + 1] = partsOf(sight.landmarks[i].y);
    }
    return result;
}

FaceBox boxOf(const StoredSight& sight)
{
    const auto pixels = [&](std::size_t i) { return static_cast<float>(sight.box[i]) / kParts; };
    return {pixels(0), pixels(1), pixels(2), pixels(3)};
}

FaceLandmarks landmarksOf(const StoredSight& sight)
{
    FaceLandmarks landmarks;
    for (std::size_t i = 0; i < landmarks.size(); ++i)
        landmarks[i] = {static_cast<float>(sight.landmarks[2 * i]) / kParts,
                        static_cast<float>(sight.landmarks[2 * i + 1]) / kParts};
    return landmarks;
}

const FacePerson* mainPerson(const FaceTracks& tracks)
{
    const auto most = std::ranges::max_element(tracks.people, {}, [](const FacePerson& person) {
        return std::pair(spokenFrames(person), person.sights.size());
    });
    return most == tracks.people.end() ? nullptr : &*most;
}

double secondsTogether(const FaceTracks& tracks, std::size_t person, std::size_t other)
{
    const FacePerson* one = findPerson(tracks, person);
    const FacePerson* two = findPerson(tracks, other);
    double seconds = 0.0;
    if (!one || !two)
        return seconds;
    auto at = two->sights.begin();
    for (const StoredSight& sight : one->sights) {
        while (at != two->sights.end() && at->frame < sight.frame)
            ++at;
        if (at != two->sights.end() && at->frame == sight.frame)
            seconds += tracks.frames[sight.frame].length();
    }
    return seconds;
}

FaceTracks mergedPeople(FaceTracks tracks, std::size_t kept, std::size_t other)
{
    FacePerson* to = findPerson(tracks, kept);
    FacePerson* from = findPerson(tracks, other);
    if (!to || !from || to == from)
        return tracks;
    std::deque<StoredSight> both;
    // Of equal ones, those of the first range come first, and unique() keeps the first.
    std::merge(to->sights.begin(), to->sights.end(), from->sights.begin(), from->sights.end(),
               std::back_inserter(both),
               [](const StoredSight& a, const StoredSight& b) { return a.frame < b.frame; });
    both.erase(std::unique(both.begin(), both.end(),
                           [](const StoredSight& a, const StoredSight& b) { return a.frame == b.frame; }),
               both.end());
    to->sights = std::move(both);
    from->sights.clear();
    sortPeople(tracks);
    return tracks;
}

FaceTracks splitPerson(FaceTracks tracks, std::size_t person, double time)
{
    FacePerson* whole = findPerson(tracks, person);
    if (!whole)
        return tracks;
    const auto first
        = std::find_if(whole->sights.begin(), whole->sights.end(),
                       [&](const StoredSight& sight) { return tracks.frames[sight.frame].start >= time; });
    if (first == whole->sights.begin() || first == whole->sights.end())
        return tracks;
    FacePerson later;
    for (const FacePerson& someone : tracks.people)
        later.id = std::max(later.id, someone.id + 1);
    later.sights.assign(first, whole->sights.end());
    whole->sights.erase(first, whole->sights.end());
    tracks.people.push_back(std::move(later));
    sortPeople(tracks);
    return tracks;
}

}
