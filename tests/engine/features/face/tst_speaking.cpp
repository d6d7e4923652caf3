#include "engine/faces/speaking.h"
#include "engine/features/sound/sound_features.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fmt/format.h>

#include "tests/engine/features/face/face_model.h"

using namespace engine;

namespace {

std::vector<float> levelsOf(const std::string& path)
{
    std::vector<float> levels;
    takeSoundRows(path, {.spectral = true}, [&](const SoundRows& rows) {
        for (std::size_t row = 0; row < rows.spectral.values.rows; ++row)
            levels.push_back(rows.spectral.values.at(row, 0));
    });
    return levels;
}

double speakingPart(const FacePerson& person)
{
    return static_cast<double>(std::count_if(person.sights.begin(), person.sights.end(),
                                             [](const StoredSight& sight) { return sight.isSpeaking; }))
        / static_cast<double>(person.sights.size());
}

}

class SpeakingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!support::hasModel())
            QSKIP("libdlib-data is not installed");
    }

    void ofTwoWhoMoveTheirMouthsTheOneWhoIsHeardSpeaks()
    {
        const std::string path = FIXTURES "/face/two_talks.mp4"; // the left one's sound
        const FaceTracks tracks = withSpeaking(support::facesOf(path), levelsOf(path));
        QCOMPARE(tracks.people.size(), 2U);
        const bool firstIsLeft = boxOf(tracks.people[0].sights[0]).x0 < boxOf(tracks.people[1].sights[0]).x0;
        const double left = speakingPart(tracks.people[firstIsLeft ? 0 : 1]);
        const double right = speakingPart(tracks.people[firstIsLeft ? 1 : 0]);
        qInfo("%s", fmt::format("left {:.2f}, right {:.2f}", left, right).c_str());
        QVERIFY(left > 0.85);
        QVERIFY(right < 0.1);
    }

    void nobodySpeaksInSilence()
    {
        const FaceTracks& tracks = support::facesOf(FIXTURES "/face/two_talks.mp4");
        for (const std::vector<float>& levels : {std::vector<float>(1000, -100.0F), std::vector<float>()}) {
            for (const FacePerson& person : withSpeaking(tracks, levels).people)
                QCOMPARE(speakingPart(person), 0.0);
            QVERIFY(!soundOffset(tracks, levels));
        }
    }

    void offsetMovesWithTheSound_data()
    {
        QTest::addColumn<double>("shift");
        for (const double shift : {-0.4, -0.12, 0.05, 0.2, 0.5})
            QTest::addRow("%.2f s", shift) << shift;
    }
    void offsetMovesWithTheSound()
    {
        QFETCH(double, shift);
        const std::string path = DEMO "/media/grid_talk_a.mp4";
        const FaceTracks& tracks = support::facesOf(path);
        const auto as = soundOffset(tracks, levelsOf(path));
        QVERIFY(as);
        QVERIFY2(std::abs(as->seconds) < 0.06, fmt::format("{}", as->seconds).c_str());

        const QTemporaryDir folder; // the same file, its sound shifted by ffmpeg
        const QString copy = folder.filePath(QStringLiteral("shifted.wav"));
        const QString filter = shift > 0 ? QStringLiteral("adelay=%1:all=1").arg(qRound(shift * 1000))
                                         : QStringLiteral("atrim=start=%1,asetpts=PTS-STARTPTS").arg(-shift);
        QCOMPARE(QProcess::execute(QStringLiteral("ffmpeg"),
                                   {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-i"),
                                    QString::fromStdString(path), QStringLiteral("-vn"),
                                    QStringLiteral("-af"), filter, copy}),
                 0);
        const auto moved = soundOffset(tracks, levelsOf(copy.toStdString()));
        QVERIFY(moved);
        QVERIFY2(moved->expectedError >= 0.01 && moved->expectedError < 0.03 && !moved->isDoubtful(),
                 fmt::format("± {}, r = {}", moved->expectedError, moved->correlation).c_str());
        QVERIFY2(std::abs(moved->seconds - as->seconds - shift) < 0.02,
                 fmt::format("{}", moved->seconds - as->seconds).c_str());
    }

    void soundOfAnotherVideoIsDoubtful()
    {
        const auto offset = soundOffset(support::facesOf(DEMO "/media/grid_talk_a.mp4"),
                                        levelsOf(DEMO "/media/finn_1.mp4"));
        if (offset)
            qInfo("%s", fmt::format("± {}, r = {}", offset->expectedError, offset->correlation).c_str());
        QVERIFY(!offset || offset->isDoubtful());
    }

    void shortSightTellsNoOffset()
    {
        FaceTracks tracks = support::facesOf(DEMO "/media/grid_talk_a.mp4");
        tracks.people[0].sights.resize(50); // 2 s
        QVERIFY(!soundOffset(tracks, levelsOf(DEMO "/media/grid_talk_a.mp4")));
        QVERIFY(!soundOffset(FaceTracks{}, levelsOf(DEMO "/media/grid_talk_a.mp4")));
    }
};

QTEST_GUILESS_MAIN(SpeakingTest)
#include "tst_speaking.moc"
