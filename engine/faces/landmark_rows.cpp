#include "engine/faces/landmark_rows.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace engine {

namespace {

enum LandmarkColumn : std::size_t {
    PersonAt,
    SpeakingAt,
    ScoreAt,
    BoxAt,
    PointsAt = BoxAt + 4,
    LandmarkColumns = PointsAt + 136
};

constexpr std::size_t kRowsAtOnce = 4096; // 2 MiB
constexpr double kFarthest = 2047.0; // that 16ths of a pixel in 16 bits can tell
constexpr double kMostPixels = 64.0;
constexpr float kMostPeople = 1.0e6F;

/// What a row tells, its coordinates over `pixels`.
FaceSight sightOf(std::span<const float> row, std::size_t frame, float pixels)
{
    FaceSight sight;
    sight.frame = frame;
    sight.person
        = static_cast<std::size_t>(row[PersonAt] > 0.0F ? std::min(row[PersonAt], kMostPeople) : 0.0F);
    sight.score = row[ScoreAt];
    sight.box
        = {row[BoxAt] / pixels, row[BoxAt + 1] / pixels, row[BoxAt + 2] / pixels, row[BoxAt + 3] / pixels};
    for (std::size_t i = 0; i < sight.landmarks.size(); ++i)
        sight.landmarks[i] = {row[PointsAt + 2 * i] / pixels, row[PointsAt + 2 * i + 1] / pixels};
    return sight;
}

/// The distinct times of rows that are sorted by start.
std::vector<Interval> framesOf(std::span<const Interval> rows)
{
    std::vector<Interval> frames;
    for (const Interval& row : rows) {
        if (frames.empty() || row.start > frames.back().start)
            frames.push_back(row);
    }
    return frames;
}

/// How many pixels of the video a unit has to be so that 16ths of it can tell all coordinates.
double pixelsFor(const FeatureMatrix& rows)
{
    float farthest = 0.0F;
    for (std::size_t row = 0; row < rows.rows; ++row) {
        for (const float value : rows.row(row).subspan(BoxAt))
            farthest = std::max(farthest, std::abs(value));
    }
    double pixels = 1.0;
    while (pixels<kMostPixels&& static_cast<double>(farthest) / pixels> kFarthest)
        pixels *= 2.0;
    return pixels;
}

}

std::vector<FeatureColumn> landmarkColumns()
{
    std::vector<FeatureColumn> columns{{"person"},   {"speaking"}, {"score"},   {"x0", "px"},
                                       {"y0", "px"}, {"x1", "px"}, {"y1", "px"}};
    for (std::size_t i = 0; i < FaceLandmarks().size(); ++i) {
        columns.push_back({"x_" + std::to_string(i), "px"});
        columns.push_back({"y_" + std::to_string(i), "px"});
    }
    return columns;
}

FeatureRows landmarkRows(const FaceTracks& tracks)
{
    struct Place {
        std::size_t person;
        const StoredSight* sight;
    };
    std::vector<Place> places;
    for (const FacePerson& person : tracks.people) {
        for (const StoredSight& sight : person.sights)
            places.push_back({person.id, &sight});
    }
    std::ranges::stable_sort(places, {},
                             [](const Place& place) { return std::pair(place.sight->frame, place.person); });
    FeatureRows rows;
    rows.columns = landmarkColumns();
    rows.values = FeatureMatrix(places.size(), rows.columns.size());
    const auto scale = static_cast<float>(tracks.pixels);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const StoredSight& sight = *places[i].sight;
        rows.intervals.push_back(tracks.frames[sight.frame]);
        const std::span<float> row = rows.values.row(i);
        const FaceBox box = boxOf(sight);
        row[PersonAt] = static_cast<float>(places[i].person);
        row[SpeakingAt] = sight.isSpeaking ? 1.0F : 0.0F;
        row[ScoreAt] = sight.score;
        row[BoxAt] = box.x0 * scale;
        row[BoxAt + 1] = box.y0 * scale;
        row[BoxAt + 2] = box.x1 * scale;
        row[BoxAt + 3] = box.y1 * scale;
        const FaceLandmarks landmarks = landmarksOf(sight);
        for (std::size_t point = 0; point < landmarks.size(); ++point) {
            row[PointsAt + 2 * point] = landmarks[point].x * scale;
            row[PointsAt + 2 * point + 1] = landmarks[point].y * scale;
        }
    }
    return rows;
}

FaceTracks tracksOf(std::vector<Interval> frames, std::span<const Interval> intervals,
                    const LandmarkRowReader& read, const RunContext& run)
{
    FaceTracks tracks;
    tracks.frames = frames.empty() ? framesOf(intervals) : std::move(frames);
    std::map<std::size_t, FacePerson> people;
    const std::size_t count = tracks.frames.empty() ? 0 : std::min(intervals.size(), kMostSights);
    std::size_t frame = 0;
    std::size_t first = 0;
    while (first < count) {
        run.tick(first, count);
        const FeatureMatrix rows = read(first, std::min(kRowsAtOnce, count - first));
        if (rows.columns != LandmarkColumns)
            throw ShapeError("columns",
                             "landmarks have " + std::to_string(rows.columns) + " columns, expected "
                                 + std::to_string(LandmarkColumns));
        if (const double pixels = pixelsFor(rows); pixels > tracks.pixels) { // a larger picture: once more
            tracks.pixels = pixels;
            people.clear();
            frame = 0;
            first = 0;
            continue;
        }
        first += rows.rows;
        for (std::size_t row = 0; row < rows.rows; ++row) {
            const Interval at = intervals[first - rows.rows + row];
            const double middle = (at.start + at.end) / 2.0;
            while (frame + 1 < tracks.frames.size() && tracks.frames[frame].end <= middle)
                ++frame;
            const FaceSight sight = sightOf(rows.row(row), frame, static_cast<float>(tracks.pixels));
            FacePerson& person = people[sight.person];
            person.id = sight.person;
            if (!person.sights.empty() && person.sights.back().frame >= frame)
                continue; // somebody is seen once in a frame
            person.sights.push_back(stored(sight));
            person.sights.back().isSpeaking = rows.at(row, SpeakingAt) > 0.5F;
        }
    }
    for (auto& [id, person] : people)
        tracks.people.push_back(std::move(person));
    sortPeople(tracks);
    return tracks;
}

}
