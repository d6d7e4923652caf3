#include "engine/core/error.h"
#include "engine/faces/landmark_rows.h"

#include <QTest>

#include <limits>

using namespace engine;

namespace {

/// 5000 frames of 40 ms: person 0 in all of them, person 2 from frame 100 to 199, speaking.
FaceTracks twoPeople(double pixels)
{
    FaceTracks tracks;
    tracks.pixels = pixels;
    for (int i = 0; i < 5000; ++i)
        tracks.frames.push_back({i * 0.04, (i + 1) * 0.04});
    const auto add = [&](std::size_t id, std::size_t first, std::size_t last) {
        FacePerson person{id, {}};
        for (std::size_t frame = first; frame <= last; ++frame) {
            FaceSight sight{frame, id, {10.5F, 20.25F, 600.0F, 320.0625F}, {}, 1.5F};
            for (std::size_t i = 0; i < sight.landmarks.size(); ++i)
                sight.landmarks[i] = {100.0F + static_cast<float>(i), static_cast<float>(frame % 400)};
            person.sights.push_back(stored(sight));
            person.sights.back().isSpeaking = id == 2;
        }
        tracks.people.push_back(person);
    };
    add(0, 0, 4999);
    add(2, 100, 199);
    return tracks;
}

FaceTracks thereAndBack(const FaceTracks& tracks, bool knowsFrames = true)
{
    const FeatureRows rows = landmarkRows(tracks);
    const auto read = [&](std::size_t first, std::size_t count) {
        FeatureMatrix part(count, rows.values.columns);
        for (std::size_t row = 0; row < count; ++row)
            std::ranges::copy(rows.values.row(first + row), part.row(row).begin());
        return part;
    };
    return tracksOf(knowsFrames ? tracks.frames : std::vector<Interval>(), rows.intervals, read);
}

}

class LandmarkRowsTest : public QObject {
    Q_OBJECT

private slots:
    void rowsBecomeTheSameTracks()
    {
        QCOMPARE(thereAndBack(twoPeople(1.0)), twoPeople(1.0));
        QCOMPARE(thereAndBack(twoPeople(1.0), false), twoPeople(1.0)); // somebody is seen in every frame
    }

    void ofALargerPictureToo()
    {
        const FaceTracks tracks = twoPeople(6.0); // 3840 pixels wide, and found at 640
        const FaceTracks back = thereAndBack(tracks);
        QCOMPARE(back.pixels, 2.0);
        QCOMPARE(landmarkRows(back).values, landmarkRows(tracks).values);
        QCOMPARE(faceRows(back, 2).values.rows, 5000U);
    }

    void framesThatNobodyIsSeenInStayEmpty()
    {
        FaceTracks tracks = twoPeople(1.0);
        tracks.people.erase(tracks.people.begin());
        QCOMPARE(thereAndBack(tracks), tracks);
    }

    void damagedCoordinatesAreNoLoop()
    {
        const auto read = [](std::size_t, std::size_t count) {
            FeatureMatrix rows(count, landmarkColumns().size());
            rows.at(0, 4) = std::numeric_limits<float>::infinity();
            rows.at(0, 0) = std::numeric_limits<float>::quiet_NaN();
            return rows;
        };
        const std::vector<Interval> intervals{{0.0, 0.04}, {0.04, 0.08}};
        QCOMPARE(tracksOf({}, intervals, read).people.size(), 1U);
    }

    void otherColumnsAreRefused()
    {
        const auto read = [](std::size_t, std::size_t count) { return FeatureMatrix(count, 74); };
        const std::vector<Interval> intervals{{0.0, 0.04}};
        QVERIFY_THROWS_EXCEPTION(ShapeError, tracksOf({}, intervals, read));
        QVERIFY(tracksOf({}, {}, read).people.empty());
    }
};

QTEST_GUILESS_MAIN(LandmarkRowsTest)
#include "tst_landmark_rows.moc"
