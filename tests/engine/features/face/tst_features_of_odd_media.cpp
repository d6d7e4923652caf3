#include "engine/core/error.h"
#include "engine/features/sound/sound_features.h"
#include "engine/media/media_info.h"

#include <QTest>

#include <cmath>

#include "tests/engine/features/face/face_model.h"
#include "tests/support/odd_media.h"

using namespace engine;

class FeaturesOfOddMediaTest : public QObject {
    Q_OBJECT

    support::OddMedia m_media;

private slots:
    void fileGivesRowsOrAReason_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string& name : support::OddMedia::names())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void fileGivesRowsOrAReason()
    {
        QFETCH(QString, name);
        const auto path = m_media.file(name.toStdString());
        MediaInfo info;
        try {
            info = probeMedia(path);
        } catch (const IoError&) {
            QVERIFY_EXCEPTION_THROWN(takeSoundRows(path, {.mfcc = true}, [](const SoundRows&) {}), IoError);
            return;
        }
        std::size_t soundRowCount = 0;
        const auto takeRows = [&](const SoundRows& rows) {
            soundRowCount += rows.mfcc.values.rows;
            for (const FeatureRows* set : {&rows.covarep74, &rows.egemaps25, &rows.mfcc}) {
                for (const float value : set->values.values)
                    QVERIFY(std::isfinite(value));
            }
        };
        const SoundSets sets{.covarep74 = true, .egemaps25 = true, .mfcc = true};
        if (info.hasAudio) {
            takeSoundRows(path, sets, takeRows);
            QVERIFY(static_cast<double>(soundRowCount) <= info.duration * 100.0 + 10.0);
        } else {
            QVERIFY_EXCEPTION_THROWN(takeSoundRows(path, sets, takeRows), IoError);
        }
        if (!support::hasModel())
            return;
        if (!info.hasVideo) {
            QVERIFY_EXCEPTION_THROWN(trackFaces(path, support::landmarkModel()), IoError);
            return;
        }
        const FaceTracks tracks = trackFaces(path, support::landmarkModel());
        QVERIFY(!tracks.frames.empty());
        for (const FacePerson& person : tracks.people) { // there are none but bar codes may look like some
            const FeatureRows rows = faceRows(tracks, person.id);
            QCOMPARE(rows.values.rows, tracks.frames.size());
            for (const float value : rows.values.values)
                QVERIFY(std::isfinite(value));
        }
    }
};

QTEST_GUILESS_MAIN(FeaturesOfOddMediaTest)
#include "tst_features_of_odd_media.moc"
