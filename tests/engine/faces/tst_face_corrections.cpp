#include "engine/faces/face_corrections.h"

#include <QTest>

using namespace engine;

namespace {

/// Ten frames of 0.1 s; person 0 in all, person 1 in frames 0 to 4, person 2 in 5 to 8, who speaks.
FaceTracks threePeople()
{
    FaceTracks tracks;
    for (int i = 0; i < 10; ++i)
        tracks.frames.push_back({i * 0.1, (i + 1) * 0.1});
    const auto add = [&](std::size_t id, std::uint32_t first, std::uint32_t last) {
        FacePerson person{id, {}};
        for (std::uint32_t frame = first; frame <= last; ++frame) {
            person.sights.push_back({frame, 1.0F});
            person.sights.back().isSpeaking = id == 2;
        }
        tracks.people.push_back(person);
    };
    add(0, 0, 9);
    add(1, 0, 4);
    add(2, 5, 8);
    return tracks;
}

}

class FaceCorrectionsTest : public QObject {
    Q_OBJECT

private slots:
    void stepsAreDoneInTheirOrder()
    {
        FaceCorrections corrections;
        corrections.steps = {MergedFaces{1, 2}, SplitFace{1, 0.65}};
        const FaceTracks tracks = corrected(threePeople(), corrections);
        QCOMPARE(tracks.people.size(), 3U);
        QCOMPARE(findPerson(tracks, 1)->sights.size(), 7U);
        QCOMPARE(findPerson(tracks, 2)->sights.front().frame, 7U); // the number is free again
    }

    void nothingIsNothing()
    {
        QCOMPARE(corrected(threePeople(), {}), threePeople());
        QVERIFY(!FaceCorrections{}.changeTracks());
    }

    void measuresAreThoseOfWhoeverSpeaksUnlessChosen()
    {
        FaceCorrections corrections;
        QCOMPARE(measuredPerson(threePeople(), corrections)->id, 2U);
        corrections.measured = 1;
        QVERIFY(corrections.changeTracks());
        QCOMPARE(measuredPerson(threePeople(), corrections)->id, 1U);
        corrections.measured = 99; // gone by now
        QCOMPARE(measuredPerson(threePeople(), corrections)->id, 2U);
        corrections = {{ChosenSpeaker{0, {0.0, 0.45}}, ChosenSpeaker{{}, {0.45, 1.0}}}, {}, {}};
        const FaceTracks tracks = corrected(threePeople(), corrections);
        QCOMPARE(measuredPerson(tracks, corrections)->id, 0U);
        QVERIFY(!findPerson(tracks, 2)->sights.back().isSpeaking);
        QCOMPARE(measuredPerson(FaceTracks{}, {}), nullptr);
    }

    void namesAndTheChoiceGoWithTheMergedPerson()
    {
        FaceCorrections corrections;
        corrections.names = {{2, "Mira"}};
        corrections.measured = 2;
        corrections = with(corrections, MergedFaces{1, 2});
        QCOMPARE(corrections.names, (std::map<std::size_t, std::string>{{1, "Mira"}}));
        QCOMPARE(corrections.measured, std::optional<std::size_t>(1));
        corrections.names[0] = "Jon";
        QCOMPARE(with(corrections, MergedFaces{0, 1}).names.at(0), "Jon");
    }
};

QTEST_GUILESS_MAIN(FaceCorrectionsTest)
#include "tst_face_corrections.moc"
