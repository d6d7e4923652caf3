#include "engine/features/face/track_faces.h"

#include "engine/media/frames_ahead.h"

#include <algorithm>

namespace engine {

namespace {

constexpr int kLargestPicture = 640;

}

FaceTracks trackFaces(const MediaFile& file, const LandmarkModel& model, const FaceTrackerOptions& options,
                      const RunContext& run)
{
    VideoReader reader(file, VideoReader::kKeptInSequence);
    const FrameIndex& index = reader.index();
    FaceTracks tracks;
    FaceTracker tracker(
        model,
        [&](const FaceSight& sight) {
            FacePerson* person = findPerson(tracks, sight.person);
            if (!person)
                person = &tracks.people.emplace_back(FacePerson{sight.person, {}});
            person->sights.push_back(stored(sight));
        },
        options);
    FramesAhead frames(reader, kLargestPicture, kLargestPicture, run.stop);
    for (std::size_t k = 0; k < index.size(); ++k) {
        run.tick(k, index.size());
        tracks.frames.push_back({index.time(k), index.time(k) + index.frameDuration(k)});
        const auto frame = frames.next();
        if (frame->index != k) // lost or damaged
            continue;
        tracks.pixels = std::max(1.0,
                                 static_cast<double>(std::max(reader.info().width, reader.info().height))
                                     / std::max(frame->width, frame->height));
        tracker.add(*frame, k);
    }
    tracker.finish();
    sortPeople(tracks);
    run.tick(1, 1);
    return tracks;
}

}
