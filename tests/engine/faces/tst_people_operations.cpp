#include "engine/faces/face_tracks.h"
#include "engine/faces/speaking.h"

#include <QTest>

using namespace engine;

namespace {

/// Ten frames of 0.1 s; person 3 in frames 0 to 5, person 7 in 4 to 8. The score tells whose sight it is.
FaceTracks twoPeople()
{
    FaceTracks tracks;
    for (int i = 0; i < 10; ++i)
        tracks.frames.push_back({i * 0.1, (i + 1) * 0.1});
    const auto add = [&](std::size_t id, std::uint32_t first, std::uint32_t last) {
        FacePerson person{id, {}};
        for (std::uint32_t frame = first; frame <= last; ++frame)
            person.sights.push_back({frame, static_cast<float>(id)});
        tracks.people.push_back(person);
    };
    add(3, 0, 5);
    add(7, 4, 8);
    return tracks;
}

std::vector<float> scores(const FacePerson& person)
{
    std::vector<float> result;
    for (const StoredSight& sight : person.sights)
        result.push_back(sight.score);
    return result;
}

}

class PeopleOperationsTest : public QObject {
    Q_OBJECT

private slots:
    void mergedPersonKeepsItsOwnSightsInSharedFrames()
    {
        const FaceTracks merged = mergedPeople(twoPeople(), 7, 3);
        QCOMPARE(merged.people.size(), 1U);
        QCOMPARE(merged.people[0].id, 7U);
        QCOMPARE(scores(merged.people[0]), (std::vector<float>{3, 3, 3, 3, 7, 7, 7, 7, 7}));
        QCOMPARE(merged.people[0].sights[4].frame, 4U);
    }

    void howLongTwoAreSeenAtOnce()
    {
        const FaceTracks tracks = twoPeople();
        std::size_t shared = 0;
        double seconds = 0.0;
        for (const StoredSight& one : findPerson(tracks, 7)->sights) {
            for (const StoredSight& two : findPerson(tracks, 3)->sights) {
                shared += one.frame == two.frame ? 1 : 0;
                seconds += one.frame == two.frame ? tracks.frames[one.frame].length() : 0.0;
            }
        }
        QVERIFY(shared > 0);
        QCOMPARE(secondsTogether(tracks, 7, 3), seconds);
        QCOMPARE(secondsTogether(tracks, 3, 7), seconds);
        QCOMPARE(secondsTogether(tracks, 3, 99), 0.0);
    }

    void mergingWithNobodyChangesNothing()
    {
        QCOMPARE(mergedPeople(twoPeople(), 7, 99), twoPeople());
        QCOMPARE(mergedPeople(twoPeople(), 99, 7), twoPeople());
        QCOMPARE(mergedPeople(twoPeople(), 7, 7), twoPeople());
    }

    void splitPersonGoesOnAsSomeoneNew()
    {
        const FaceTracks split = splitPerson(twoPeople(), 3, 0.15);
        QCOMPARE(split.people.size(), 3U);
        QCOMPARE(split.people[0].id, 7U); // most sights first
        QCOMPARE(split.people[1].id, 8U);
        QCOMPARE(split.people[1].sights.front().frame, 2U);
        QCOMPARE(split.people[2].id, 3U);
        QCOMPARE(split.people[2].sights.size(), 2U);
        const FaceTracks back = mergedPeople(split, 3, 8);
        QCOMPARE(back.people[0], twoPeople().people[0]);
    }

    void splitWithoutTwoSidesChangesNothing()
    {
        QCOMPARE(splitPerson(twoPeople(), 3, 0.0), twoPeople());
        QCOMPARE(splitPerson(twoPeople(), 3, 5.0), twoPeople());
        QCOMPARE(splitPerson(twoPeople(), 99, 0.3), twoPeople());
    }

    void speakerIsChosenByHand()
    {
        const FaceTracks chosen = withSpeaker(twoPeople(), 7, {0.35, 0.65});
        for (const FacePerson& person : chosen.people) {
            for (const StoredSight& sight : person.sights)
                QCOMPARE(sight.isSpeaking, person.id == 7 && sight.frame >= 4 && sight.frame <= 6);
        }
        const FaceTracks other = withSpeaker(chosen, 3, {0.0, 0.45});
        QVERIFY(other.people[0].sights[4].isSpeaking);
        QVERIFY(!other.people[1].sights[0].isSpeaking);
        QVERIFY(other.people[1].sights[1].isSpeaking); // outside of the span
        QCOMPARE(withSpeaker(chosen, 99, {0.0, 1.0}), withSpeaker(twoPeople(), 99, {0.0, 1.0}));
    }

    void sightIsStoredToASixteenthOfAPixel()
    {
        FaceSight sight;
        sight.frame = 12345;
        sight.box = {10.03F, -3.5F, 400.97F, 639.0F};
        for (std::size_t i = 0; i < sight.landmarks.size(); ++i)
            sight.landmarks[i] = {static_cast<float>(i) * 9.37F, 600.0F - static_cast<float>(i) * 9.11F};
        const StoredSight kept = stored(sight);
        QCOMPARE(kept.frame, 12345U);
        const FaceLandmarks landmarks = landmarksOf(kept);
        for (std::size_t i = 0; i < landmarks.size(); ++i)
            QVERIFY((landmarks[i] - sight.landmarks[i]).length() < 0.05F);
        QVERIFY(std::abs(boxOf(kept).x1 - sight.box.x1) <= 1.0F / 32);
    }
};

QTEST_GUILESS_MAIN(PeopleOperationsTest)
#include "tst_people_operations.moc"
