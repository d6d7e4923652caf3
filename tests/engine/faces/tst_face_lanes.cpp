#include "engine/faces/face_lanes.h"

#include <QTest>

using namespace engine;

namespace {

/// Ten frames of 0.1 s; person 7 in frames 0 to 3 and 6 to 9, speaking in 1, 2 and 6; person 3 in 4 alone.
FaceTracks twoPeople()
{
    FaceTracks tracks;
    for (int i = 0; i < 10; ++i)
        tracks.frames.push_back({i * 0.1, (i + 1) * 0.1});
    FacePerson seven{7, {}};
    for (const std::uint32_t frame : {0U, 1U, 2U, 3U, 6U, 7U, 8U, 9U}) {
        FaceSight sight{frame, 7};
        sight.landmarks[36] = sight.landmarks[39] = {0.0F, 0.0F}; // the eyes are 16 pixels apart
        for (const std::size_t i : {36U, 37U, 38U, 39U, 40U, 41U})
            sight.landmarks[i] = {0.0F, 0.0F};
        for (const std::size_t i : {42U, 43U, 44U, 45U, 46U, 47U})
            sight.landmarks[i] = {16.0F, 0.0F};
        for (const std::size_t i : {65U, 66U, 67U}) // below 61 to 63, which are at 0, 0
            sight.landmarks[i] = {0.0F, static_cast<float>(frame)};
        seven.sights.push_back(stored(sight));
        seven.sights.back().isSpeaking = frame == 1 || frame == 2 || frame == 6;
    }
    FacePerson three{3, {}};
    three.sights.push_back(stored({4, 3}));
    tracks.people = {seven, three};
    return tracks;
}

}

class FaceLanesTest : public QObject {
    Q_OBJECT

private slots:
    void framesThatFollowEachOtherAreOneSpan()
    {
        const std::vector<FaceLane> lanes = faceLanes(twoPeople());
        QCOMPARE(lanes.size(), std::size_t(2));
        QCOMPARE(lanes[0].person, std::size_t(3)); // by their numbers, whoever is seen most
        QCOMPARE(lanes[1].person, std::size_t(7));
        const std::vector<FaceTracks> tracks{twoPeople()};
        const auto& frames = tracks.front().frames;
        QCOMPARE(lanes[1].seen,
                 (std::vector<Interval>{{0.0, frames[3].end}, {frames[6].start, frames[9].end}}));
        QCOMPARE(lanes[1].speaking, (std::vector<Interval>{{frames[1].start, frames[2].end}, frames[6]}));
        QCOMPARE(lanes[0].seen, (std::vector<Interval>{frames[4]}));
        QVERIFY(lanes[0].speaking.empty());
    }

    void theMouthOpensAsTheLandmarksSay()
    {
        const FaceLane lane = faceLanes(twoPeople())[1];
        QCOMPARE(lane.times.size(), std::size_t(8));
        QCOMPARE(lane.mouth.size(), std::size_t(8));
        QVERIFY(std::abs(lane.times[4] - 0.65) < 1e-9);
        for (std::size_t i = 0; i < 8; ++i) {
            const double frame = i < 4 ? double(i) : double(i + 2);
            QVERIFY(std::abs(double(lane.mouth[i]) - frame / 16.0) < 1e-6); // in distances of the eyes
        }
    }

    void whoSpeaksAndWhoIsWhoAreFollowed()
    {
        const FaceTracks merged = mergedPeople(twoPeople(), 7, 3);
        QCOMPARE(faceLanes(merged).size(), std::size_t(1));
        QCOMPARE(faceLanes(merged)[0].seen,
                 (std::vector<Interval>{{0.0, merged.frames[4].end},
                                        {merged.frames[6].start, merged.frames[9].end}}));
        const FaceTracks split = splitPerson(twoPeople(), 7, 0.55);
        QCOMPARE(faceLanes(split).size(), std::size_t(3));
        QCOMPARE(faceLanes(split)[2].person, std::size_t(8));
        QCOMPARE(faceLanes(split)[2].seen.front().start, split.frames[6].start);
        QVERIFY(faceLanes({}).empty());
    }
};

QTEST_GUILESS_MAIN(FaceLanesTest)
#include "tst_face_lanes.moc"
