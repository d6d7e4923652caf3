#include "engine/core/error.h"
#include "engine/features/face/face_tracker.h"
#include "engine/media/video_reader.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/engine/features/face/face_model.h"
#include "tests/engine/features/sound/fixture_table.h"

using namespace engine;

namespace {

/// What was drawn in a talk, frame by frame. @param column  of face_truth.csv
std::vector<double> drawn(const std::string& talk, std::size_t column)
{
    std::ifstream file(FIXTURES "/face/face_truth.csv");
    std::vector<double> values;
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        std::vector<std::string> row;
        for (std::string field; std::getline(fields, field, ',');)
            row.push_back(field);
        if (row.at(0) == talk)
            values.push_back(std::strtod(row.at(column).c_str(), nullptr));
    }
    return values;
}

std::vector<std::size_t> framesOf(const FacePerson& person)
{
    std::vector<std::size_t> frames;
    for (const StoredSight& sight : person.sights)
        frames.push_back(sight.frame);
    return frames;
}

}

class FaceTracksTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!support::hasModel())
            QSKIP("libdlib-data is not installed");
    }

    void measuresFollowTheDrawnFace_data()
    {
        QTest::addColumn<QString>("talk");
        for (int i = 1; i <= 6; ++i)
            QTest::addRow("talk %d", i) << QStringLiteral("talk%1").arg(i);
    }
    void measuresFollowTheDrawnFace()
    {
        QFETCH(QString, talk);
        const FaceTracks& tracks = support::facesOf(FIXTURES "/face/" + talk.toStdString() + ".mp4");
        QCOMPARE(tracks.people.size(), 1U);
        const FeatureRows rows = faceRows(tracks, tracks.people[0].id);
        QCOMPARE(rows.columns.size(), rows.values.columns);
        QCOMPARE(rows.intervals, tracks.frames);
        const auto found = support::faceColumn(rows, "found");
        const auto compared = [&](const std::string& column, std::size_t drawnColumn) {
            const auto measured = support::faceColumn(rows, column);
            const auto truth = drawn(talk.toStdString(), drawnColumn);
            std::vector<double> a;
            std::vector<double> b;
            for (std::size_t row = 0; row < std::min(measured.size(), truth.size()); ++row) {
                if (found[row] == 0.0)
                    continue;
                a.push_back(measured[row]);
                b.push_back(truth[row]);
            }
            const double correlation = support::correlationOf(a, b);
            qInfo("%s", fmt::format("{} {:.3f}", column, correlation).c_str());
            return correlation;
        };
        QCOMPARE(support::meanOf(found), 1.0); // also where the detector finds the face some frames late
        QVERIFY(compared("mouth_open", 2) >= 0.9);
        QVERIFY(compared("yaw", 5) >= 0.65);
        QVERIFY(compared("eye_aspect_ratio", 6) < -0.4); // a blink closes the eye
        for (const float value : rows.values.values)
            QVERIFY(std::isfinite(value));
    }

    void smileFollowsTheDrawnOne()
    {
        const FaceTracks& tracks = support::facesOf(FIXTURES "/face/talk1.mp4");
        const auto smile = support::faceColumn(faceRows(tracks, tracks.people[0].id), "smile");
        QVERIFY(support::correlationOf(smile, drawn("talk1", 3)) > 0.9);
    }

    void peopleAreKnownAgainAfterACut()
    {
        const FaceTracks& tracks
            = support::facesOf(FIXTURES "/face/cuts.mp4"); // 2 s of one, 2 s of another, 2 s of the first
        QCOMPARE(tracks.people.size(), 2U);
        std::vector<std::size_t> first;
        std::vector<std::size_t> second;
        for (std::size_t frame = 0; frame < 150; ++frame)
            (frame < 50 || frame >= 100 ? first : second).push_back(frame);
        QCOMPARE(framesOf(tracks.people[0]), first);
        QCOMPARE(framesOf(tracks.people[1]), second);
    }

    void peopleStayThemselvesWhenTheyCross()
    {
        const FaceTracks& tracks
            = support::facesOf(FIXTURES "/face/crossing.mp4"); // one walks to the left in front of the other
        QCOMPARE(tracks.people.size(), 2U);
        const FacePerson& inFront = tracks.people[0];
        const FacePerson& behind = tracks.people[1];
        QVERIFY(inFront.sights.size() > 120);
        for (std::size_t i = 10; i < inFront.sights.size(); i += 10)
            QVERIFY(boxOf(inFront.sights[i]).centre().x < boxOf(inFront.sights[i - 10]).centre().x + 5.0F);
        const auto at = [&](std::size_t frame) {
            return std::find_if(behind.sights.begin(), behind.sights.end(),
                                [&](const StoredSight& sight) { return sight.frame == frame; });
        };
        QVERIFY(at(5) != behind.sights.end());
        QVERIFY(at(62) == behind.sights.end()); // hidden
        QVERIFY(at(115) != behind.sights.end());
        QVERIFY(boxOf(*at(5)).centre().x < 200.0F);
        QVERIFY(boxOf(*at(115)).centre().x > 400.0F);
    }

    /// Lists of conversations count people from the left: `face` 0, 1.
    void peopleWhoAppearTogetherAreCountedFromTheLeft_data()
    {
        QTest::addColumn<bool>("isMirrored");
        QTest::newRow("as it is") << false;
        QTest::newRow("mirrored") << true;
    }
    void peopleWhoAppearTogetherAreCountedFromTheLeft()
    {
        QFETCH(bool, isMirrored);
        std::map<std::size_t, float> places; // by person
        FaceTracker tracker(support::landmarkModel(), [&](const FaceSight& sight) {
            if (sight.frame == 0)
                places[sight.person] = sight.box.centre().x;
        });
        VideoReader reader(FIXTURES "/face/two_talks.mp4");
        for (std::size_t k = 0; k < 20; ++k) {
            VideoFrame frame = *reader.frame(k, 0, 0);
            std::vector<std::array<std::uint8_t, 4>> pixels(frame.bgra.size() / 4);
            std::memcpy(pixels.data(), frame.bgra.data(), frame.bgra.size());
            for (auto row = pixels.begin(); isMirrored && row != pixels.end(); row += frame.width)
                std::reverse(row, row + frame.width);
            const auto* bytes = reinterpret_cast<const std::uint8_t*>(pixels.data());
            frame.bgra = std::vector<std::uint8_t>(bytes, bytes + frame.bgra.size());
            tracker.add(frame, k);
        }
        tracker.finish();
        QCOMPARE(places.size(), std::size_t{2});
        QVERIFY(places.at(0) < 200.0F && places.at(1) > 280.0F); // of 480 pixels
    }

    void realFaceIsSeenInEveryFrame()
    {
        const FaceTracks& tracks
            = support::facesOf(DEMO "/media/grid_talk_a.mp4"); // ten sentences with a cut between
        QCOMPARE(tracks.people.size(), 1U);
        QVERIFY(tracks.people[0].sights.size() > 740);
        const FeatureRows rows = faceRows(tracks, tracks.people[0].id, FaceZero::Median);
        const auto yaw = support::faceColumn(rows, "yaw");
        QVERIFY(std::abs(support::medianOf(yaw)) < 0.5);
        const auto residual = support::faceColumn(rows, "pose_residual");
        QVERIFY(support::medianOf(residual) < 6.0);
        const auto confidence = support::faceColumn(rows, "confidence");
        QVERIFY(support::medianOf(confidence) > 0.5);
    }

    void someoneWhoIsNotThereHasNoRows()
    {
        const FaceTracks& tracks = support::facesOf(FIXTURES "/face/cuts.mp4");
        QCOMPARE(faceRows(tracks, 99).values.rows, 0U);
    }

    void soundHasNoFaces()
    {
        QVERIFY_EXCEPTION_THROWN(trackFaces(FIXTURES "/acoustic/vowel_a.wav", support::landmarkModel()),
                                 IoError);
    }

    void stoppedWorkSaysSo()
    {
        std::stop_source stop;
        stop.request_stop();
        RunContext run;
        run.stop = stop.get_token();
        QVERIFY_EXCEPTION_THROWN(trackFaces(FIXTURES "/face/cuts.mp4", support::landmarkModel(), {}, run),
                                 Cancelled);
    }
};

QTEST_GUILESS_MAIN(FaceTracksTest)
#include "tst_face_tracks.moc"
