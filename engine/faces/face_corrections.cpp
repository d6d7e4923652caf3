#include "engine/faces/face_corrections.h"

#include "engine/faces/speaking.h"

#include <limits>
#include <utility>

namespace engine {

namespace {

constexpr std::size_t kNobody = std::numeric_limits<std::size_t>::max();

struct Correct {
    FaceTracks tracks;

    void operator()(const MergedFaces& merged)
    {
        tracks = mergedPeople(std::move(tracks), merged.kept, merged.other);
    }
    void operator()(const SplitFace& split)
    {
        tracks = splitPerson(std::move(tracks), split.person, split.time);
    }
    void operator()(const ChosenSpeaker& speaker)
    {
        tracks = withSpeaker(std::move(tracks), speaker.person.value_or(kNobody), speaker.span);
    }
};

}

FaceTracks corrected(FaceTracks tracks, const FaceCorrections& corrections)
{
    Correct correct{std::move(tracks)};
    for (const FaceCorrection& step : corrections.steps)
        std::visit(correct, step);
    return std::move(correct.tracks);
}

const FacePerson* measuredPerson(const FaceTracks& tracks, const FaceCorrections& corrections)
{
    const FacePerson* chosen = corrections.measured ? findPerson(tracks, *corrections.measured) : nullptr;
    return chosen ? chosen : mainPerson(tracks);
}

FaceCorrections with(FaceCorrections corrections, const FaceCorrection& step)
{
    if (const auto* merged = std::get_if<MergedFaces>(&step)) {
        if (const auto name = corrections.names.extract(merged->other); !name.empty())
            corrections.names.try_emplace(merged->kept, name.mapped());
        if (corrections.measured == merged->other)
            corrections.measured = merged->kept;
    }
    corrections.steps.push_back(step);
    return corrections;
}

}
